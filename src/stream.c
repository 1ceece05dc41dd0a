/*
 * stream.c: sending and receiving on a stream, once and without waiting. End of stream, error and
 * "nothing yet" are three facts, and are asked for in the Linux kernel's order.
 */
#include "core.h"

/* Why a stream without bytes to read gives none: 0 (its end), an error, or "not yet". */
static int why_no_bytes(struct core_sock *s)
{
    if (s->flags & CORE_RX_ENDED) {
        return 0;
    }
    if (s->error) {
        return core_take_error(s);
    }
    if (s->flags & CORE_RX_SHUT) {
        return 0;
    }
    return s->state == CORE_IDLE || s->state == CORE_LISTENING ? -MSOCK_ENOTCONN : -MSOCK_EAGAIN;
}

/* Moves what is there; true if the call has what it wants. */
static bool receive_some(struct core_sock *s, struct core_transfer *t)
{
    const bool peek = (t->flags & MSOCK_MSG_PEEK) != 0;

    if (s->state == CORE_LISTENING) {
        return false;
    }
    if (t->len == 0) {
        return stk_readable(&s->stk);
    }
    /* A look begins at the first byte every time, and finds all that has come by now. */
    const size_t done = peek ? 0 : t->done;
    const msock_ssize_t got = stk_recv(&s->stk, t->to ? t->to + done : NULL, t->len - done, peek);
    if (got > 0) {
        t->done = done + (size_t)got;
    }
    return t->done == t->len || (t->done > 0 && !(t->flags & MSOCK_MSG_WAITALL));
}

msock_ssize_t core_stream_recv(struct core_sock *s, void *transfer)
{
    struct core_transfer *t = transfer;

    if (receive_some(s, t)) {
        return (msock_ssize_t)t->done;
    }
    if (t->done > 0) {
        /* MSG_WAITALL: an end or an error gives the call what came before it, and stays. */
        const bool no_more = s->error || (s->flags & (CORE_RX_ENDED | CORE_RX_SHUT));
        return no_more ? (msock_ssize_t)t->done : -MSOCK_EAGAIN;
    }
    return why_no_bytes(s);
}

/* May the stream send: 0, an error, or "not yet". */
static int may_send(struct core_sock *s)
{
    if (s->error) {
        return core_take_error(s);
    }
    if ((s->flags & CORE_TX_SHUT) || s->state == CORE_IDLE || s->state == CORE_LISTENING ||
        s->state == CORE_CLOSED) {
        return -MSOCK_EPIPE;
    }
    return s->state == CORE_CONNECTING ? -MSOCK_EAGAIN : 0;
}

msock_ssize_t core_stream_send(struct core_sock *s, void *transfer)
{
    struct core_transfer *t = transfer;

    if (t->done > 0 && (s->error || (s->flags & CORE_TX_SHUT))) {
        return (msock_ssize_t)t->done;
    }
    const int refused = may_send(s);
    if (refused) {
        return refused;
    }
    while (t->done < t->len) {
        const msock_ssize_t taken = stk_send(&s->stk, t->from + t->done, t->len - t->done);
        if (taken < 0) {
            const bool partial = t->done > 0 && taken != -MSOCK_EAGAIN;
            return partial ? (msock_ssize_t)t->done : taken;
        }
        t->done += (size_t)taken;
    }
    return (msock_ssize_t)t->done;
}
