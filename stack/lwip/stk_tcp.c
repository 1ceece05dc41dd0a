/*
 * stk_tcp.c: TCP sockets on lwIP's raw API.
 *
 * What arrives is kept as lwIP's own buffers, in a list linked through pbuf.next; nothing is copied
 * until a program takes it. tot_len means nothing in this list (it could not hold a large window).
 *
 * lwIP frees a control block by itself in some states, and does not always say so. The rule here: a
 * socket that has nothing more to learn from its block lets go of it at once (release()).
 */
#include "stk_lwip.h"

#include "lwip/tcp.h"
#include "lwip/priv/tcp_priv.h"

#include <string.h>

#if !LWIP_TCP || !LWIP_CALLBACK_API
#error "microsockets needs LWIP_TCP 1 and LWIP_CALLBACK_API 1 in lwipopts.h"
#endif
#if !TCP_LISTEN_BACKLOG
#error "microsockets needs TCP_LISTEN_BACKLOG 1 in lwipopts.h: listen() has a backlog"
#endif
#if !SO_REUSE
#error "microsockets needs SO_REUSE 1 in lwipopts.h: SO_REUSEADDR"
#endif

/* ---- Received segments ----------------------------------------------------------------------- */

/* The room behind the bytes of a buffer of the receive pool; 0 for other buffers, whose memory is as
 * long as what they were made for, and for those that somebody else holds too. */
static size_t room_behind(const struct pbuf *p)
{
    const uint8_t *end = (const uint8_t *)p + LWIP_MEM_ALIGN_SIZE(sizeof *p) +
                         LWIP_MEM_ALIGN_SIZE(PBUF_POOL_BUFSIZE);

    if (!pbuf_match_type(p, PBUF_POOL) || p->ref != 1) {
        return 0;
    }
    return (size_t)(end - ((const uint8_t *)p->payload + p->len));
}

/* Puts a short segment behind the last one, in the same buffer: a window of single bytes would take
 * every buffer of the pool. */
static bool merge(struct stk_sock *sk, struct pbuf *p)
{
    struct pbuf *last = sk->last;

    if (!last || p->tot_len > room_behind(last)) {
        return false;
    }
    (void)pbuf_copy_partial(p, (uint8_t *)last->payload + last->len, p->tot_len, 0);
    last->len = (u16_t)(last->len + p->tot_len);
    pbuf_free(p);
    return true;
}

static void append(struct stk_sock *sk, struct pbuf *p)
{
    if (merge(sk, p)) {
        return;
    }
    if (sk->last) {
        sk->last->next = p;
    } else {
        sk->first = p;
    }
    while (p->next) {
        p = p->next;
    }
    sk->last = p;
}

/* Frees the first buffer alone: lwIP would free what hangs behind it too. */
static void drop_first(struct stk_sock *sk)
{
    struct pbuf *p = sk->first;

    sk->first = p->next;
    sk->offset = 0;
    if (!sk->first) {
        sk->last = NULL;
    }
    p->next = NULL;
    p->tot_len = p->len;
    pbuf_free(p);
}

static void drop_all(struct stk_sock *sk)
{
    while (sk->first) {
        drop_first(sk);
    }
}

/* ---- lwIP's callbacks ------------------------------------------------------------------------ */

/* The socket lets go of its block, which ends its life by itself. */
static struct tcp_pcb *release(struct stk_sock *sk)
{
    struct tcp_pcb *pcb = sk->block.tcp;

    sk->block.tcp = NULL;
    tcp_arg(pcb, NULL);
    if (!(sk->flags & LW_LISTENING)) {
        /* Nobody's any more: the first to go when blocks are short. A peer that never takes the last
         * bytes, but answers, would keep it for ever. */
        tcp_setprio(pcb, TCP_PRIO_MIN);
        tcp_recv(pcb, NULL);
        tcp_sent(pcb, NULL);
        tcp_err(pcb, NULL);
    }
    return pcb;
}

/* Both ends of the stream are on their way: lwIP will free the block after TIME-WAIT, or when it
 * needs one, without telling anybody. */
static void release_when_both_ended(struct stk_sock *sk)
{
    const enum tcp_state state = sk->block.tcp->state;

    if (state == CLOSING || state == TIME_WAIT || state == LAST_ACK) {
        (void)tcp_close(release(sk));
    }
}

/* When to acknowledge. The sender of a segment that is not full may be holding back the next one until
 * then (RFC 896). Where the program answers, the answer will carry it, or stk_ack_now() sends it when
 * the program waits; where it only listens, there is nothing to wait for. Full segments follow each
 * other by themselves: lwIP acknowledges every second one. */
static void note_segment(struct stk_sock *sk, struct tcp_pcb *pcb, u16_t len)
{
    sk->flags |= LW_HEARD;
    if (len % pcb->mss == 0) {
        sk->flags &= (uint8_t)~LW_SHORT;
        return;
    }
    sk->flags |= LW_SHORT;
    if (!(sk->flags & LW_REPLIES)) {
        tcp_ack_now(pcb);
    }
}

/* Sends an acknowledgement that lwIP would lose: while Nagle's algorithm holds our own next segment
 * back, tcp_output() sends nothing at all, and the timer for delayed ones takes it for sent. If both
 * ends are in this state they wait for each other's retransmission. */
static void save_acknowledgement(struct tcp_pcb *pcb)
{
    if ((pcb->flags & (TF_ACK_DELAY | TF_ACK_NOW)) && pcb->unsent && !tcp_do_output_nagle(pcb)) {
        (void)tcp_send_empty_ack(pcb);
    }
}

static err_t on_recv(void *arg, struct tcp_pcb *pcb, struct pbuf *p, err_t err)
{
    struct stk_sock *sk = arg;

    (void)err;
    if (!p) {
        release_when_both_ended(sk);
        core_ended(sk);
        return ERR_OK;
    }
    note_segment(sk, pcb, p->tot_len);
    save_acknowledgement(pcb);
    append(sk, p);
    core_readable(sk);
    return ERR_OK;
}

static err_t on_sent(void *arg, struct tcp_pcb *pcb, u16_t len)
{
    (void)pcb;
    (void)len;
    core_writable(arg);
    return ERR_OK;
}

/* lwIP has freed the block, or is about to. */
static void on_err(void *arg, err_t err)
{
    struct stk_sock *sk = arg;

    sk->block.tcp = NULL;
    core_failed(sk, lw_error(err));
}

static err_t on_connected(void *arg, struct tcp_pcb *pcb, err_t err)
{
    (void)pcb;
    (void)err;
    core_connected(arg);
    return ERR_OK;
}

static void attach(struct stk_sock *sk, struct tcp_pcb *pcb)
{
    sk->block.tcp = pcb;
    tcp_arg(pcb, sk);
    tcp_recv(pcb, on_recv);
    tcp_sent(pcb, on_sent);
    tcp_err(pcb, on_err);
}

static err_t on_accept(void *arg, struct tcp_pcb *pcb, err_t err)
{
    struct stk_sock *listener = arg;

    if (err != ERR_OK || !listener) {
        return ERR_VAL;
    }
    struct stk_sock *sk = core_accepted(listener);
    if (!sk) {
        return ERR_MEM; /* lwIP resets the connection */
    }
    sk->flags = listener->flags & LW_IPV6;
    attach(sk, pcb);
    tcp_backlog_delayed(pcb);
    return ERR_OK;
}

/* ---- Part A ---------------------------------------------------------------------------------- */

int lw_tcp_open(struct stk_sock *sk)
{
    struct tcp_pcb *pcb = tcp_new();

    if (!pcb) {
        return -MSOCK_ENOBUFS;
    }
    attach(sk, pcb);
    return 0;
}

void lw_tcp_set_nodelay(struct stk_sock *sk, bool on)
{
    if (sk->flags & LW_LISTENING) {
        return; /* a listening block has no such flag; the core hands it over at accept() */
    }
    if (on) {
        tcp_nagle_disable(sk->block.tcp);
    } else {
        tcp_nagle_enable(sk->block.tcp);
    }
}

/* Do two local addresses have one in common? */
static bool overlap(const ip_addr_t *a, const ip_addr_t *b)
{
    return lw_same_family(a, b) && (ip_addr_isany(a) || ip_addr_isany(b) || ip_addr_eq(a, b));
}

/* A listener's port is its own, whatever SO_REUSEADDR says; lwIP lets others bind to it. */
static bool is_listened_on(const ip_addr_t *address, uint16_t port)
{
    for (struct tcp_pcb_listen *pcb = tcp_listen_pcbs.listen_pcbs; pcb; pcb = pcb->next) {
        if (pcb->local_port == port && overlap(&pcb->local_ip, address)) {
            return true;
        }
    }
    return false;
}

/* Is the port somebody's who, or we, did not allow others on it? lwIP asks this too, but takes a
 * wildcard of type "any" for one of IPv4 alone. */
static bool is_used(const struct tcp_pcb *list, const struct tcp_pcb *own, const ip_addr_t *address,
                    uint16_t port)
{
    for (const struct tcp_pcb *pcb = list; pcb; pcb = pcb->next) {
        const bool shared = ip_get_option(own, SOF_REUSEADDR) && ip_get_option(pcb, SOF_REUSEADDR);
        if (pcb->local_port == port && !shared && overlap(&pcb->local_ip, address)) {
            return true;
        }
    }
    return false;
}

int lw_tcp_bind(struct stk_sock *sk, const ip_addr_t *address, uint16_t port)
{
    struct tcp_pcb *pcb = sk->block.tcp;

    if (port != 0 &&
        (is_listened_on(address, port) || is_used(tcp_bound_pcbs, pcb, address, port) ||
         is_used(tcp_active_pcbs, pcb, address, port))) {
        return -MSOCK_EADDRINUSE;
    }
    return lw_error(tcp_bind(pcb, address, port));
}

/* tcp_connect(), which leaves the addresses of an attempt that it could not begin in the block. */
static err_t connect_block(struct tcp_pcb *pcb, const ip_addr_t *address, uint16_t port)
{
    const ip_addr_t local_ip = pcb->local_ip;
    const ip_addr_t remote_ip = pcb->remote_ip;
    const u16_t local_port = pcb->local_port;
    const err_t err = tcp_connect(pcb, address, port, on_connected);

    if (err != ERR_OK) {
        pcb->local_ip = local_ip;
        pcb->remote_ip = remote_ip;
        pcb->local_port = local_port;
        pcb->remote_port = 0;
    }
    return err;
}

int lw_tcp_connect(struct stk_sock *sk, const struct stk_endpoint *peer)
{
    const struct tcp_pcb *pcb = sk->block.tcp;
    ip_addr_t address;

    lw_address(peer, &address);
    /* A stream whose peer is itself would have to open from both ends at once (RFC 9293, 3.5), which
     * lwIP does not know: it would send and refuse until it is tired. */
    if (pcb->local_port == peer->port && lw_is_local(&address) &&
        overlap(&pcb->local_ip, &address)) {
        return -MSOCK_ECONNREFUSED;
    }
    return lw_error(connect_block(sk->block.tcp, &address, peer->port));
}

int stk_listen(struct stk_sock *sk, uint8_t backlog)
{
    struct tcp_pcb *pcb = sk->block.tcp;
    err_t err = ERR_OK;

    if (sk->flags & LW_LISTENING) {
        tcp_backlog_set(pcb, backlog);
        return 0;
    }
    if (pcb->local_port == 0) {
        err = tcp_bind(pcb, &pcb->local_ip, 0);
    } else if (is_listened_on(&pcb->local_ip, pcb->local_port)) {
        err = ERR_USE;
    }
    if (err == ERR_OK) {
        /* lwIP replaces the block by a smaller one. */
        pcb = tcp_listen_with_backlog_and_err(pcb, backlog, &err);
    }
    if (err != ERR_OK) {
        return lw_error(err);
    }
    sk->block.tcp = pcb;
    sk->flags |= LW_LISTENING;
    tcp_accept(pcb, on_accept);
    return 0;
}

void stk_accepted(struct stk_sock *sk)
{
    if (sk->block.tcp) {
        tcp_backlog_accepted(sk->block.tcp);
    }
}

/* Queues as much of len bytes as there is memory for. lwIP takes all that it is asked to or nothing,
 * so what it refuses is asked again by halves. Returns how many. */
static uint16_t write_what_fits(struct tcp_pcb *pcb, const void *buf, uint16_t len, bool more)
{
    const u8_t flags = TCP_WRITE_FLAG_COPY | (more ? TCP_WRITE_FLAG_MORE : 0);

    while (len > 0 && tcp_write(pcb, buf, len, flags) != ERR_OK) {
        len /= 2;
    }
    return len;
}

msock_ssize_t stk_send(struct stk_sock *sk, const void *buf, size_t len)
{
    struct tcp_pcb *pcb = sk->block.tcp;
    const tcpwnd_size_t room = tcp_sndbuf(pcb);
    uint16_t taken = len < room ? (uint16_t)len : (uint16_t)LWIP_MIN(room, UINT16_MAX);

    if (tcp_sndqueuelen(pcb) < TCP_SND_QUEUELEN) {
        taken = write_what_fits(pcb, buf, taken, taken < len);
    } else {
        taken = 0;
    }
    if (taken == 0) {
        return tcp_sndqueuelen(pcb) > 0 ? -MSOCK_EAGAIN : -MSOCK_ENOBUFS;
    }
    if (sk->flags & LW_HEARD) {
        sk->flags |= LW_REPLIES;
    }
    /* If there is no memory for the packet now, lwIP's timer tries again. */
    (void)tcp_output(pcb);
    save_acknowledgement(pcb);
    return taken;
}

bool stk_writable(const struct stk_sock *sk)
{
    const struct tcp_pcb *pcb = sk->block.tcp;

    return tcp_sndbuf(pcb) > TCP_SNDLOWAT && tcp_sndqueuelen(pcb) < TCP_SNDQUEUELOWAT;
}

/* Opens the window again by what was taken. */
static void taken(struct stk_sock *sk, size_t len)
{
    while (sk->block.tcp && len > 0) {
        const u16_t part = (u16_t)LWIP_MIN(len, UINT16_MAX);
        tcp_recved(sk->block.tcp, part);
        len -= part;
    }
}

msock_ssize_t stk_recv(struct stk_sock *sk, void *buf, size_t len, bool peek)
{
    const struct pbuf *p = sk->first;
    size_t offset = sk->offset;
    size_t got = 0;

    while (p && got < len) {
        const size_t part = LWIP_MIN(p->len - offset, len - got);
        if (buf) {
            memcpy((uint8_t *)buf + got, (const uint8_t *)p->payload + offset, part);
        }
        got += part;
        offset += part;
        if (offset == p->len) {
            p = p->next;
            offset = 0;
            if (!peek) {
                drop_first(sk);
            }
        }
    }
    if (got == 0) {
        return -MSOCK_EAGAIN;
    }
    if (!peek) {
        sk->offset = (uint16_t)offset;
        taken(sk, got);
    }
    return (msock_ssize_t)got;
}

int stk_shutdown(struct stk_sock *sk)
{
    const int refused = lw_error(tcp_shutdown(sk->block.tcp, 0, 1));

    if (refused == 0) {
        release_when_both_ended(sk);
    }
    return refused;
}

bool stk_ack_now(struct stk_sock *sk)
{
    struct tcp_pcb *pcb = sk->block.tcp;

    if (!pcb || !(sk->flags & LW_SHORT) || !(pcb->flags & TF_ACK_DELAY)) {
        return false;
    }
    return tcp_send_empty_ack(pcb) == ERR_OK;
}

void lw_tcp_close(struct stk_sock *sk, bool abort)
{
    if (sk->block.tcp) {
        struct tcp_pcb *pcb = release(sk);
        /* tcp_close() would reset for bytes that were not taken too, but not after shutdown(). */
        if ((abort || sk->first) && !(sk->flags & LW_LISTENING)) {
            tcp_abort(pcb);
        } else {
            /* If there is no memory for the end of the stream now, lwIP's timer tries again. */
            (void)tcp_close(pcb);
        }
    }
    drop_all(sk);
}

uint16_t lw_tcp_time_wait_blocks(void)
{
    uint16_t count = 0;

    for (const struct tcp_pcb *pcb = tcp_tw_pcbs; pcb; pcb = pcb->next) {
        count++;
    }
    return count;
}
