/*
 * event.c: what the stack tells a socket, called from the stack's callbacks (part B of stk.h). They
 * note facts and wake whoever waits; what a call makes of the facts is decided where the call is.
 */
#include "core.h"

/* The adapter's part is the first member. */
static struct core_sock *sock_of(struct stk_sock *sk)
{
    return (struct core_sock *)(void *)sk;
}

void core_close_when_both_ended(struct core_sock *s)
{
    if ((s->flags & CORE_RX_ENDED) && (s->flags & CORE_TX_SHUT)) {
        s->state = CORE_CLOSED;
    }
}

void core_connected(struct stk_sock *sk)
{
    sock_of(sk)->state = CORE_CONNECTED;
    port_wake();
}

void core_readable(struct stk_sock *sk)
{
    (void)sk;
    port_wake();
}

void core_writable(struct stk_sock *sk)
{
    (void)sk;
    port_wake();
}

void core_ended(struct stk_sock *sk)
{
    struct core_sock *s = sock_of(sk);

    s->flags |= CORE_RX_ENDED;
    core_close_when_both_ended(s);
    port_wake();
}

/* What a reset means depends on when it comes (RFC 9293, 3.5.2 and Linux's tcp_reset()). */
static int error_of_reset(const struct core_sock *s)
{
    if (s->state == CORE_CONNECTING) {
        return MSOCK_ECONNREFUSED;
    }
    return s->flags & CORE_RX_ENDED ? MSOCK_EPIPE : MSOCK_ECONNRESET;
}

void core_failed(struct stk_sock *sk, int error)
{
    struct core_sock *s = sock_of(sk);

    s->error = (uint8_t)(error == -MSOCK_ECONNRESET ? error_of_reset(s) : -error);
    s->flags |= CORE_RX_SHUT | CORE_TX_SHUT;
    s->state = CORE_CLOSED;
    port_wake();
}

void core_refused(struct stk_sock *sk)
{
    sock_of(sk)->error = MSOCK_ECONNREFUSED;
    port_wake();
}

static unsigned queue_length(const struct core_sock *listener)
{
    unsigned length = 0;

    for (uint8_t i = listener->queue_first; i != CORE_NONE; i = core_at(i)->queue_next) {
        length++;
    }
    return length;
}

struct stk_sock *core_accepted(struct stk_sock *listener_sk)
{
    struct core_sock *listener = sock_of(listener_sk);

    /* The stack counts too, but not those that were reset while they wait. */
    if (queue_length(listener) >= listener->backlog) {
        return NULL;
    }
    struct core_sock *s = core_take();
    if (!s) {
        return NULL;
    }
    s->type = STK_TCP;
    s->family = listener->family;
    s->options = listener->options;
    s->recv_timeout_ms = listener->recv_timeout_ms;
    s->send_timeout_ms = listener->send_timeout_ms;
    s->state = CORE_CONNECTED;
    if (listener->queue_first == CORE_NONE) {
        listener->queue_first = core_number(s);
    } else {
        core_at(listener->queue_last)->queue_next = core_number(s);
    }
    listener->queue_last = core_number(s);
    port_wake();
    return &s->stk;
}

int core_take_error(struct core_sock *s)
{
    const int error = -(int)s->error;

    s->error = 0;
    return error;
}
