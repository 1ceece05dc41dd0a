/*
 * lwip_drv.c: connects a struct drv to lwIP as a struct netif.
 *
 * A frame is copied once on its way in: the device writes into lwIP's buffers. On its way out the
 * device reads from lwIP's buffers. Runs where the stack runs, so nothing here needs a lock.
 */
#include "lwip_drv.h"

#include "port.h"

#include <string.h>

#include "lwip/dhcp.h"
#include "lwip/etharp.h"
#include "lwip/ethip6.h"
#include "lwip/ip.h"
#include "netif/ethernet.h"

#include "microsockets/msock_errno.h"

/* ---- Sending --------------------------------------------------------------------------------- */

/* The chain as pieces, without the padding in front of an Ethernet header. Returns how many, or 0
 * if there are more than MSOCK_LWIP_MAX_PIECES. */
static size_t pieces_of(const struct pbuf *chain, size_t padding, struct drv_piece *pieces)
{
    size_t n = 0;

    for (const struct pbuf *p = chain; p != NULL; p = p->next) {
        if (n == MSOCK_LWIP_MAX_PIECES) {
            return 0;
        }
        pieces[n].data = (uint8_t *)p->payload + padding;
        pieces[n].len = p->len - padding;
        padding = 0;
        n++;
    }
    return n;
}

/* ERR_MEM for whatever is short, because the device's room is a buffer like any other: TCP sends
 * the segment again, a datagram's sender is told ENOBUFS. */
static err_t hand_over(struct msock_lwip_netif *self, const struct drv_piece *pieces, size_t n)
{
    if (self->drv->ops->send(self->drv, pieces, n) != 0) {
        self->counters.send_device_full++;
        return ERR_MEM;
    }
    self->counters.sent++;
    return ERR_OK;
}

/* A chain of more pieces than we can hand over is put together in one buffer. */
static err_t send_copy(struct msock_lwip_netif *self, struct pbuf *chain, size_t padding)
{
    struct drv_piece piece;
    struct pbuf *copy = pbuf_clone(PBUF_RAW, PBUF_RAM, chain);
    err_t err;

    if (copy == NULL) {
        self->counters.send_no_buffer++;
        return ERR_MEM;
    }
    pieces_of(copy, padding, &piece);
    err = hand_over(self, &piece, 1);
    pbuf_free(copy);
    return err;
}

static err_t send_frame(struct msock_lwip_netif *self, struct pbuf *chain, size_t padding)
{
    struct drv_piece pieces[MSOCK_LWIP_MAX_PIECES];
    size_t n = pieces_of(chain, padding, pieces);

    return n != 0 ? hand_over(self, pieces, n) : send_copy(self, chain, padding);
}

static err_t send_ethernet_cb(struct netif *netif, struct pbuf *chain)
{
    return send_frame(netif->state, chain, ETH_PAD_SIZE);
}

static err_t send_ipv4_cb(struct netif *netif, struct pbuf *chain, const ip4_addr_t *next_hop)
{
    (void)next_hop;
    return send_frame(netif->state, chain, 0);
}

/* ---- Receiving ------------------------------------------------------------------------------- */

/* A buffer of the pool holds a whole frame with lwIP's default size. With a smaller one the chain
 * may be long, but never longer than this. */
#define RECEIVE_PIECES (DRV_MAX_FRAME / (PBUF_POOL_BUFSIZE) + 2)

static struct pbuf *read_frame(struct drv *drv, size_t len)
{
    struct drv_piece pieces[RECEIVE_PIECES];
    size_t padding = drv->kind == DRV_ETHERNET ? ETH_PAD_SIZE : 0;
    struct pbuf *chain = pbuf_alloc(PBUF_RAW, (u16_t)(len + padding), PBUF_POOL);
    size_t n = 0;

    if (chain == NULL) {
        return NULL;
    }
    for (struct pbuf *p = chain; p != NULL; p = p->next) {
        pieces[n].data = (uint8_t *)p->payload + padding;
        pieces[n].len = p->len - padding;
        padding = 0;
        n++;
    }
    drv->ops->receive(drv, pieces, n);
    return chain;
}

/* Takes one frame from the device; false: there is none. */
static bool take_frame(struct msock_lwip_netif *self)
{
    struct drv *drv = self->drv;
    size_t len = drv->ops->pending(drv);
    struct pbuf *chain;

    if (len == 0) {
        return false;
    }
    chain = read_frame(drv, len);
    if (chain == NULL) {
        drv->ops->discard(drv);
        self->counters.receive_no_buffer++;
        return true;
    }
    self->counters.received++;
    if (self->netif.input(chain, &self->netif) != ERR_OK) {
        pbuf_free(chain);
    }
    return true;
}

static bool poll_cb(struct msock_poller *poller)
{
    struct msock_lwip_netif *self =
        (struct msock_lwip_netif *)((char *)poller - offsetof(struct msock_lwip_netif, poller));
    int frames = 0;

    while (frames < MSOCK_LWIP_POLL_FRAMES && take_frame(self)) {
        frames++;
    }
    return frames != 0;
}

/* ---- IPv6 ------------------------------------------------------------------------------------ */

#if LWIP_IPV6

static err_t send_ipv6_cb(struct netif *netif, struct pbuf *chain, const ip6_addr_t *next_hop)
{
    (void)next_hop;
    return send_frame(netif->state, chain, 0);
}

static void init_ipv6(struct netif *netif, enum drv_kind kind)
{
    if (kind == DRV_ETHERNET) {
        netif->flags |= NETIF_FLAG_MLD6;
        netif->output_ip6 = ethip6_output;
    } else {
        netif->output_ip6 = send_ipv6_cb;
    }
}

static void start_ipv6(struct netif *netif)
{
    netif_create_ip6_linklocal_address(netif, 1);
    netif_set_ip6_autoconfig_enabled(netif, 1);
}

int msock_lwip_netif_add_ipv6(struct msock_lwip_netif *self, const uint8_t address[16])
{
    ip6_addr_t ip6;
    s8_t index;

    memcpy(ip6.addr, address, sizeof(ip6.addr));
    ip6_addr_clear_zone(&ip6);
    if (netif_add_ip6_address(&self->netif, &ip6, &index) != ERR_OK) {
        return -MSOCK_ENOBUFS;
    }
    if (self->drv->kind == DRV_IP) {
        /* There are no neighbours to ask whether the address is taken. */
        netif_ip6_addr_set_state(&self->netif, index, IP6_ADDR_PREFERRED);
    }
    return 0;
}

bool msock_lwip_netif_has_ipv6(const struct msock_lwip_netif *self, bool routable)
{
    const struct netif *netif = &self->netif;

    for (s8_t i = 0; i < LWIP_IPV6_NUM_ADDRESSES; i++) {
        if (ip6_addr_isvalid(netif_ip6_addr_state(netif, i)) &&
            !(routable && ip6_addr_islinklocal(netif_ip6_addr(netif, i)))) {
            return true;
        }
    }
    return false;
}

#else

static void init_ipv6(struct netif *netif, enum drv_kind kind)
{
    (void)netif;
    (void)kind;
}

static void start_ipv6(struct netif *netif)
{
    (void)netif;
}

int msock_lwip_netif_add_ipv6(struct msock_lwip_netif *self, const uint8_t address[16])
{
    (void)self;
    (void)address;
    return -MSOCK_EAFNOSUPPORT;
}

bool msock_lwip_netif_has_ipv6(const struct msock_lwip_netif *self, bool routable)
{
    (void)self;
    (void)routable;
    return false;
}

#endif

/* ---- The interface --------------------------------------------------------------------------- */

#if LWIP_DHCP

static bool start_dhcp(struct netif *netif)
{
    return dhcp_start(netif) == ERR_OK;
}

#else

static bool start_dhcp(struct netif *netif)
{
    (void)netif;
    return true;
}

#endif

static void init_ethernet(struct netif *netif, const struct drv *drv)
{
    netif->name[0] = 'e';
    netif->name[1] = 'n';
    netif->hwaddr_len = sizeof(drv->mac);
    memcpy(netif->hwaddr, drv->mac, sizeof(drv->mac));
    netif->flags = NETIF_FLAG_BROADCAST | NETIF_FLAG_ETHARP | NETIF_FLAG_ETHERNET |
                   (LWIP_IGMP ? NETIF_FLAG_IGMP : 0);
    netif->output = etharp_output;
    netif->linkoutput = send_ethernet_cb;
}

static void init_ip(struct netif *netif)
{
    netif->name[0] = 'i';
    netif->name[1] = 'p';
    netif->output = send_ipv4_cb;
}

static err_t init_cb(struct netif *netif)
{
    const struct msock_lwip_netif *self = netif->state;

    netif->mtu = self->drv->mtu;
    if (self->drv->kind == DRV_ETHERNET) {
        init_ethernet(netif, self->drv);
    } else {
        init_ip(netif);
    }
    init_ipv6(netif, self->drv->kind);
    return ERR_OK;
}

static bool add_netif(struct msock_lwip_netif *self, const struct msock_lwip_ipv4 *ipv4)
{
    netif_input_fn input = self->drv->kind == DRV_ETHERNET ? ethernet_input : ip_input;
    ip4_addr_t address, netmask, gateway;

    memcpy(&address.addr, ipv4->address, sizeof(address.addr));
    memcpy(&netmask.addr, ipv4->netmask, sizeof(netmask.addr));
    memcpy(&gateway.addr, ipv4->gateway, sizeof(gateway.addr));
    return netif_add(&self->netif, &address, &netmask, &gateway, self, init_cb, input) != NULL;
}

int msock_lwip_netif_add(struct msock_lwip_netif *self, struct drv *drv,
                         const struct msock_lwip_ipv4 *ipv4)
{
    static const struct msock_lwip_ipv4 none;

    memset(self, 0, sizeof(*self));
    self->drv = drv;
    self->poller.poll = poll_cb;
    if (!add_netif(self, ipv4 != NULL ? ipv4 : &none)) {
        return -MSOCK_ENOBUFS;
    }
    if (netif_default == NULL) {
        netif_set_default(&self->netif);
    }
    if (drv->kind == DRV_ETHERNET) {
        start_ipv6(&self->netif);
    }
    netif_set_link_up(&self->netif);
    netif_set_up(&self->netif);
    msock_poller_add(&self->poller);
    if (ipv4 == NULL && drv->kind == DRV_ETHERNET && !start_dhcp(&self->netif)) {
        return -MSOCK_ENOBUFS;
    }
    return 0;
}

bool msock_lwip_netif_has_ipv4(const struct msock_lwip_netif *self)
{
    return netif_is_up(&self->netif) && !ip4_addr_isany_val(*netif_ip4_addr(&self->netif));
}

bool msock_lwip_netif_wait_ipv4(const struct msock_lwip_netif *self, uint32_t timeout_ms)
{
    const uint32_t start_ms = port_now_ms();

    while (!msock_lwip_netif_has_ipv4(self)) {
        if (port_now_ms() - start_ms >= timeout_ms) {
            return false;
        }
        if (!msock_run() && port_sleep(1) != 0) {
            return false;
        }
    }
    return true;
}
