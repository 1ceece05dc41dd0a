/*
 * datagram.c: sending and receiving a datagram, once and without waiting.
 */
#include "core.h"

msock_ssize_t core_datagram_recv(struct core_sock *s, void *transfer)
{
    struct core_transfer *t = transfer;

    if (s->error) {
        return core_take_error(s);
    }
    const msock_ssize_t whole =
        stk_recvfrom(&s->stk, t->to, t->len, &t->source, (t->flags & MSOCK_MSG_PEEK) != 0);
    if (whole >= 0) {
        const bool cut = (size_t)whole > t->len && !(t->flags & MSOCK_MSG_TRUNC);
        return cut ? (msock_ssize_t)t->len : whole;
    }
    /* Linux: shut down for receiving, a call that would wait gives 0; one that would not, EAGAIN. */
    const bool would_wait = core_timeout(s, PORT_FOREVER, t->flags) > 0;
    return would_wait && (s->flags & CORE_RX_SHUT) ? 0 : whole;
}

msock_ssize_t core_datagram_send(struct core_sock *s, void *transfer)
{
    const struct core_transfer *t = transfer;

    if (s->error) {
        return core_take_error(s);
    }
    if (!t->dest && !(s->flags & CORE_HAS_PEER)) {
        return -MSOCK_EDESTADDRREQ;
    }
    if (s->flags & CORE_TX_SHUT) {
        return -MSOCK_EPIPE;
    }
    const int refused = stk_sendto(&s->stk, t->from, t->len, t->dest);
    if (refused == -MSOCK_ENOBUFS) {
        return -MSOCK_EAGAIN; /* a run of the stack may free what earlier datagrams hold */
    }
    return refused ? refused : (msock_ssize_t)t->len;
}
