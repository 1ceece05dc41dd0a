/*
 * stk_udp.c: UDP sockets on lwIP's raw API.
 *
 * A datagram waits in lwIP's own buffers. Its sender, and the link to the next datagram, are kept
 * where its IP and UDP headers stood, in front of the bytes: the queue costs no memory of its own.
 */
#include "stk_lwip.h"

#include "lwip/udp.h"

#include <string.h>

#if !LWIP_UDP
#error "microsockets needs LWIP_UDP 1 in lwipopts.h"
#endif

/* The record in front of a datagram: the sender, then the pointer to the next one. It is not aligned,
 * and is no longer than the shortest headers, 20 + 8 bytes. */
#define NEXT_AT    sizeof(struct stk_endpoint)
#define RECORD_LEN (NEXT_AT + sizeof(struct pbuf *))

/* The most that fits into an IPv4 packet; lwIP's 16-bit lengths hold no more with IPv6 either. */
#define MAX_DATAGRAM (65535 - 20 - 8)

static uint16_t blocks_used;

static struct pbuf *next_of(const struct pbuf *p)
{
    struct pbuf *next;

    memcpy(&next, (const uint8_t *)p->payload + NEXT_AT, sizeof next);
    return next;
}

static void set_next(struct pbuf *p, struct pbuf *next)
{
    memcpy((uint8_t *)p->payload + NEXT_AT, &next, sizeof next);
}

/* Makes room for the record: where the headers were, or in a buffer of its own if they were
 * elsewhere. Returns the buffer that begins with it; NULL: no memory, and p is freed. */
static struct pbuf *add_record(struct pbuf *p)
{
    if (pbuf_add_header(p, RECORD_LEN) == 0) {
        return p;
    }
    struct pbuf *record = pbuf_alloc(PBUF_RAW, RECORD_LEN, PBUF_RAM);
    if (!record) {
        pbuf_free(p);
        return NULL;
    }
    pbuf_cat(record, p);
    return record;
}

static void append(struct stk_sock *sk, struct pbuf *p)
{
    set_next(p, NULL);
    if (sk->last) {
        set_next(sk->last, p);
    } else {
        sk->first = p;
    }
    sk->last = p;
    sk->queued = (uint8_t)(sk->queued + pbuf_clen(p));
}

static void drop_first(struct stk_sock *sk)
{
    struct pbuf *p = sk->first;

    sk->first = next_of(p);
    if (!sk->first) {
        sk->last = NULL;
    }
    sk->queued = (uint8_t)(sk->queued - pbuf_clen(p));
    pbuf_free(p);
}

static void on_datagram(void *arg, struct udp_pcb *pcb, struct pbuf *p, const ip_addr_t *address,
                        u16_t port)
{
    struct stk_sock *sk = arg;
    struct stk_endpoint source;

    (void)pcb;
    /* One datagram of however many fragments may always wait. */
    if (sk->queued > 0 && sk->queued + pbuf_clen(p) > MSOCK_MAX_QUEUED_DATAGRAMS) {
        pbuf_free(p);
        return;
    }
    /* The address may lie in the very headers that the record overwrites. */
    lw_endpoint(address, port, &source);
    p = add_record(p);
    if (!p) {
        return;
    }
    memcpy(p->payload, &source, sizeof source);
    append(sk, p);
    core_readable(sk);
}

int lw_udp_open(struct stk_sock *sk)
{
    struct udp_pcb *pcb = udp_new();

    if (!pcb) {
        return -MSOCK_ENOBUFS;
    }
    blocks_used++;
    sk->block.udp = pcb;
    udp_recv(pcb, on_datagram, sk);
    return 0;
}

int lw_udp_bind(struct stk_sock *sk, const ip_addr_t *address, uint16_t port)
{
    return lw_error(udp_bind(sk->block.udp, address, port));
}

int lw_udp_connect(struct stk_sock *sk, const struct stk_endpoint *peer)
{
    struct udp_pcb *pcb = sk->block.udp;
    ip_addr_t address;

    if (!peer) {
        udp_disconnect(pcb);
        if (!(sk->flags & LW_BOUND)) {
            pcb->local_port = 0; /* the next datagram gets a new one */
        }
        return 0;
    }
    lw_address(peer, &address);
    if (!ip_route(&pcb->local_ip, &address)) {
        return -MSOCK_ENETUNREACH;
    }
    return lw_error(udp_connect(pcb, &address, peer->port));
}

int stk_sendto(struct stk_sock *sk, const void *buf, size_t len, const struct stk_endpoint *dest)
{
    ip_addr_t address;
    err_t err;

    if (len > MAX_DATAGRAM) {
        return -MSOCK_EMSGSIZE;
    }
    if (dest && !lw_reaches(sk, dest)) {
        return -MSOCK_EAFNOSUPPORT;
    }
    struct pbuf *p = pbuf_alloc(PBUF_TRANSPORT, (u16_t)len, PBUF_RAM);
    if (!p) {
        return -MSOCK_ENOBUFS;
    }
    (void)pbuf_take(p, buf, (u16_t)len);
    if (dest) {
        lw_address(dest, &address);
        err = udp_sendto(sk->block.udp, p, &address, dest->port);
    } else {
        err = udp_send(sk->block.udp, p);
    }
    pbuf_free(p);
    return lw_error(err);
}

msock_ssize_t stk_recvfrom(struct stk_sock *sk, void *buf, size_t len, struct stk_endpoint *src,
                           bool peek)
{
    const struct pbuf *p = sk->first;

    if (!p) {
        return -MSOCK_EAGAIN;
    }
    const u16_t whole = (u16_t)(p->tot_len - RECORD_LEN);
    memcpy(src, p->payload, sizeof *src);
    (void)pbuf_copy_partial(p, buf, (u16_t)LWIP_MIN(len, whole), RECORD_LEN);
    if (!peek) {
        drop_first(sk);
    }
    return whole;
}

void lw_udp_close(struct stk_sock *sk)
{
    if (sk->block.udp) {
        udp_remove(sk->block.udp);
        sk->block.udp = NULL;
        blocks_used--;
    }
    while (sk->first) {
        drop_first(sk);
    }
}

void lw_udp_local(const struct stk_sock *sk, struct stk_endpoint *local)
{
    const struct udp_pcb *pcb = sk->block.udp;
    const ip_addr_t *address = &pcb->local_ip;

    /* A connected socket has the address that its datagrams will carry. */
    if (ip_addr_isany(address) && (pcb->flags & UDP_FLAGS_CONNECTED)) {
        struct netif *netif = ip_route(address, &pcb->remote_ip);
        const ip_addr_t *used = netif ? ip_netif_get_local_ip(netif, &pcb->remote_ip) : NULL;
        address = used ? used : address;
    }
    lw_endpoint(address, pcb->local_port, local);
}

void lw_udp_refused(const struct stk_endpoint *peer, uint16_t local_port)
{
    for (const struct udp_pcb *pcb = udp_pcbs; pcb; pcb = pcb->next) {
        /* DHCP's and the resolver's blocks are no sockets. */
        if (pcb->recv == on_datagram && (pcb->flags & UDP_FLAGS_CONNECTED) &&
            pcb->local_port == local_port && pcb->remote_port == peer->port &&
            lw_same_host(&pcb->remote_ip, peer)) {
            core_refused(pcb->recv_arg);
        }
    }
}

uint16_t lw_udp_blocks(void)
{
    return blocks_used;
}
