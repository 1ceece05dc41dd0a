/*
 * stk_lwip.c: the adapter's parts that concern the whole stack: start, timers, addresses, errors,
 * pools; and what is the same for TCP and UDP.
 */
#include "stk_lwip.h"

#include "microsockets/msock_net.h"

#include "lwip/init.h"
#include "lwip/ip.h"
#include "lwip/memp.h"
#include "lwip/netif.h"
#include "lwip/stats.h"
#include "lwip/tcp.h"
#include "lwip/timeouts.h"
#include "lwip/udp.h"

#include <string.h>

#if !NO_SYS
#error "microsockets calls lwIP's raw API itself: NO_SYS 1 in lwipopts.h"
#endif
#if !LWIP_IPV4 || LWIP_IPV6 != MSOCK_IPV6
#error "lwipopts.h: LWIP_IPV4 must be 1, and LWIP_IPV6 the same as MSOCK_IPV6"
#endif

/* ---- Errors ---------------------------------------------------------------------------------- */

int lw_error(err_t err)
{
    static const uint8_t errors[] = {
        [-ERR_OK] = 0,
        [-ERR_MEM] = MSOCK_ENOBUFS,
        [-ERR_BUF] = MSOCK_EADDRNOTAVAIL, /* bind, connect: no port is free */
        [-ERR_TIMEOUT] = MSOCK_ETIMEDOUT,
        [-ERR_RTE] = MSOCK_ENETUNREACH,
        [-ERR_INPROGRESS] = MSOCK_EINPROGRESS,
        [-ERR_VAL] = MSOCK_EINVAL,
        [-ERR_WOULDBLOCK] = MSOCK_EAGAIN,
        [-ERR_USE] = MSOCK_EADDRINUSE,
        [-ERR_ALREADY] = MSOCK_EALREADY,
        [-ERR_ISCONN] = MSOCK_EISCONN,
        [-ERR_CONN] = MSOCK_ENOTCONN,
        [-ERR_IF] = MSOCK_ENETDOWN,
        [-ERR_ABRT] = MSOCK_ETIMEDOUT, /* lwIP gave up: no answer, no acknowledgement, no life */
        [-ERR_RST] = MSOCK_ECONNRESET,
        [-ERR_CLSD] = 0, /* both sides have ended the connection */
        [-ERR_ARG] = MSOCK_EINVAL,
    };

    return -(int)errors[-err];
}

/* ---- Addresses ------------------------------------------------------------------------------- */

#if LWIP_IPV6
static void address6(const struct stk_endpoint *endpoint, ip_addr_t *address)
{
    ip6_addr_t *ip6 = ip_2_ip6(address);

    IP_SET_TYPE_VAL(*address, IPADDR_TYPE_V6);
    memcpy(ip6->addr, endpoint->addr, 16);
    /* Only some kinds of address have a zone; with one, others would be equal to no address. */
    if (ip6_addr_has_scope(ip6, IP6_UNKNOWN)) {
        ip6_addr_set_zone(ip6, endpoint->scope_id);
    }
}

static void endpoint6(const ip_addr_t *address, struct stk_endpoint *endpoint)
{
    endpoint->family = 6;
    memcpy(endpoint->addr, ip_2_ip6(address)->addr, 16);
    endpoint->scope_id = (uint8_t)ip6_addr_zone(ip_2_ip6(address));
}

static bool is_own6(const struct netif *netif, const ip_addr_t *address)
{
    for (int i = 0; i < LWIP_IPV6_NUM_ADDRESSES; i++) {
        if (ip6_addr_isvalid(netif_ip6_addr_state(netif, i)) &&
            ip6_addr_eq(netif_ip6_addr(netif, i), ip_2_ip6(address))) {
            return true;
        }
    }
    return false;
}
/* The wildcards of an IPv6 socket's block stand for IPv4 too, unless they are not to. */
static void set_address_type(struct ip_pcb *block, unsigned options)
{
    const u8_t type = options & STK_V6ONLY ? IPADDR_TYPE_V6 : IPADDR_TYPE_ANY;

    if (ip_addr_isany(&block->local_ip) && ip_addr_isany(&block->remote_ip)) {
        IP_SET_TYPE_VAL(block->local_ip, type);
        IP_SET_TYPE_VAL(block->remote_ip, type);
    }
}

bool lw_same_family(const ip_addr_t *a, const ip_addr_t *b)
{
    return IP_IS_ANY_TYPE_VAL(*a) || IP_IS_ANY_TYPE_VAL(*b) || IP_GET_TYPE(a) == IP_GET_TYPE(b);
}

bool lw_reaches(const struct stk_sock *sk, const struct stk_endpoint *peer)
{
    const ip_addr_t *local = &((const struct ip_pcb *)sk->block.any)->local_ip;

    return IP_IS_ANY_TYPE_VAL(*local) || IP_IS_V4_VAL(*local) == (peer->family == 4);
}
#else
/* Without IPv6 the core makes no such endpoint or socket, and lwIP no such address. */
static void address6(const struct stk_endpoint *endpoint, ip_addr_t *address)
{
    (void)endpoint;
    (void)address;
}

static void endpoint6(const ip_addr_t *address, struct stk_endpoint *endpoint)
{
    (void)address;
    (void)endpoint;
}

static bool is_own6(const struct netif *netif, const ip_addr_t *address)
{
    (void)netif;
    (void)address;
    return false;
}

static void set_address_type(struct ip_pcb *block, unsigned options)
{
    (void)block;
    (void)options;
}

bool lw_same_family(const ip_addr_t *a, const ip_addr_t *b)
{
    (void)a;
    (void)b;
    return true;
}

bool lw_reaches(const struct stk_sock *sk, const struct stk_endpoint *peer)
{
    (void)sk;
    (void)peer;
    return true;
}
#endif

void lw_address(const struct stk_endpoint *endpoint, ip_addr_t *address)
{
    memset(address, 0, sizeof *address);
    if (endpoint->family == 4) {
        IP_SET_TYPE_VAL(*address, IPADDR_TYPE_V4);
        memcpy(ip_2_ip4(address), endpoint->addr, 4);
    } else {
        address6(endpoint, address);
    }
}

void lw_endpoint(const ip_addr_t *address, uint16_t port, struct stk_endpoint *endpoint)
{
    memset(endpoint, 0, sizeof *endpoint);
    endpoint->port = port;
    if (IP_IS_V4(address)) {
        endpoint->family = 4;
        memcpy(endpoint->addr, ip_2_ip4(address), 4);
    } else {
        endpoint6(address, endpoint);
    }
}

bool lw_same_host(const ip_addr_t *address, const struct stk_endpoint *endpoint)
{
    struct stk_endpoint other;

    lw_endpoint(address, 0, &other);
    return other.family == endpoint->family &&
           memcmp(other.addr, endpoint->addr, sizeof other.addr) == 0;
}

bool lw_is_local(const ip_addr_t *address)
{
    const struct netif *netif;

    if (ip_addr_isany(address)) {
        return true;
    }
    NETIF_FOREACH(netif)
    {
        const bool own = IP_IS_V4(address) ? ip4_addr_eq(ip_2_ip4(address), netif_ip4_addr(netif))
                                           : is_own6(netif, address);
        if (own) {
            return true;
        }
    }
    return false;
}

/* ---- Start and timers ------------------------------------------------------------------------ */

/* lwIP cannot be started twice: its interfaces and timers live on. A vendor's set-up may have done it
 * (the Pico's cyw43_arch_init() does); then the resolver's timer runs already. */
static bool is_started(void)
{
    return sys_timeouts_sleeptime() != SYS_TIMEOUTS_SLEEPTIME_INFINITE;
}

void stk_init(void)
{
    static bool attached;

    if (!is_started()) {
        lwip_init();
    }
    if (!attached) {
        attached = true;
        lw_icmp_init();
    }
}

#if ENABLE_LOOPBACK
/* Takes in what the stack has sent to itself. */
static bool run_loopback(void)
{
    const struct netif *netif;
    bool looped = false;

    NETIF_FOREACH(netif)
    {
        looped |= netif->loop_first != NULL;
    }
    if (looped) {
        netif_poll_all();
    }
    return looped;
}
#else
static bool run_loopback(void)
{
    return false;
}
#endif

bool stk_run(void)
{
    const bool looped = run_loopback();

    sys_check_timeouts();
    return looped;
}

uint32_t stk_timeout_ms(void)
{
    return sys_timeouts_sleeptime();
}

/* ---- What is the same for TCP and UDP -------------------------------------------------------- */

/* Both kinds of control block begin with this one. */
static struct ip_pcb *ip_block(const struct stk_sock *sk)
{
    return sk->block.any;
}

int stk_open(struct stk_sock *sk, enum stk_type type, int family, unsigned options)
{
    if (sk->block.any) {
        return 0;
    }
    sk->flags = (uint8_t)((type == STK_UDP ? LW_UDP : 0) | (family == 6 ? LW_IPV6 : 0));
    const int refused = type == STK_TCP ? lw_tcp_open(sk) : lw_udp_open(sk);
    if (refused == 0) {
        stk_set_options(sk, options);
    }
    return refused;
}

static void set_ip_option(struct stk_sock *sk, u8_t option, bool on)
{
    struct ip_pcb *block = ip_block(sk);

    if (on) {
        ip_set_option(block, option);
    } else {
        ip_reset_option(block, option);
    }
}

void stk_set_options(struct stk_sock *sk, unsigned options)
{
    struct ip_pcb *block = ip_block(sk);

    if (!block) {
        return;
    }
    set_ip_option(sk, SOF_REUSEADDR, options & STK_REUSEADDR);
    set_ip_option(sk, SOF_KEEPALIVE, options & STK_KEEPALIVE);
    if (sk->flags & LW_IPV6) {
        set_address_type(block, options);
    }
    if (!(sk->flags & LW_UDP)) {
        lw_tcp_set_nodelay(sk, options & STK_NODELAY);
    }
}

int stk_bind(struct stk_sock *sk, const struct stk_endpoint *local)
{
    ip_addr_t address;

    lw_address(local, &address);
    if (!lw_is_local(&address)) {
        return -MSOCK_EADDRNOTAVAIL;
    }
    if (local->family == 6 && ip_addr_isany(&address)) {
        address = ip_block(sk)->local_ip; /* the wildcard of this socket's type */
    }
    const int refused = sk->flags & LW_UDP ? lw_udp_bind(sk, &address, local->port)
                                           : lw_tcp_bind(sk, &address, local->port);
    if (refused == 0 && local->port != 0) {
        sk->flags |= LW_BOUND;
    }
    return refused;
}

int stk_connect(struct stk_sock *sk, const struct stk_endpoint *peer)
{
    if (peer && !lw_reaches(sk, peer)) {
        return -MSOCK_EAFNOSUPPORT;
    }
    return sk->flags & LW_UDP ? lw_udp_connect(sk, peer) : lw_tcp_connect(sk, peer);
}

bool stk_readable(const struct stk_sock *sk)
{
    return sk->first != NULL;
}

void stk_close(struct stk_sock *sk, bool abort)
{
    if (sk->flags & LW_UDP) {
        lw_udp_close(sk);
    } else {
        lw_tcp_close(sk, abort);
    }
}

int stk_local(const struct stk_sock *sk, struct stk_endpoint *local)
{
    if (!sk->block.any) {
        return -MSOCK_ENOTCONN;
    }
    if (sk->flags & LW_UDP) {
        lw_udp_local(sk, local);
    } else {
        lw_endpoint(&ip_block(sk)->local_ip, sk->block.tcp->local_port, local);
    }
    return 0;
}

int stk_peer(const struct stk_sock *sk, struct stk_endpoint *peer)
{
    if (!sk->block.any) {
        return -MSOCK_ENOTCONN;
    }
    const uint16_t port =
        sk->flags & LW_UDP ? sk->block.udp->remote_port : sk->block.tcp->remote_port;
    lw_endpoint(&ip_block(sk)->remote_ip, port, peer);
    return 0;
}

/* ---- Interfaces and pools -------------------------------------------------------------------- */

/* lwIP's own look-up reads behind the end of a short name, and takes what only begins like one. */
uint8_t stk_if_index(const char *name)
{
    const struct netif *netif;

    NETIF_FOREACH(netif)
    {
        const uint8_t index = netif_get_index(netif);
        char own[NETIF_NAMESIZE];
        if (netif_index_to_name(index, own) && strcmp(own, name) == 0) {
            return index;
        }
    }
    return 0;
}

#if LWIP_STATS && MEMP_STATS && MEM_STATS
static uint16_t pool_used(memp_t pool)
{
    return (uint16_t)lwip_stats.memp[pool]->used;
}

static uint32_t heap_used(void)
{
    return (uint32_t)lwip_stats.mem.used;
}
#else
static uint16_t pool_used(memp_t pool)
{
    (void)pool;
    return 0;
}

static uint32_t heap_used(void)
{
    return 0;
}
#endif

void stk_usage(struct msock_usage *usage)
{
    const uint16_t all = (uint16_t)(pool_used(MEMP_TCP_PCB) + pool_used(MEMP_TCP_PCB_LISTEN));

    usage->time_wait = lw_tcp_time_wait_blocks();
    usage->tcp_blocks = (uint16_t)(all > usage->time_wait ? all - usage->time_wait : 0);
    usage->udp_blocks = lw_udp_blocks();
    usage->segments = pool_used(MEMP_TCP_SEG);
    usage->packet_buffers = pool_used(MEMP_PBUF_POOL);
    usage->heap_bytes = heap_used();
}
