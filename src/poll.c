/*
 * poll.c: which sockets are ready, and waiting until one is. The bits are the Linux kernel's
 * (tcp_poll(), datagram_poll()).
 */
#include "core.h"

#define READABLE (MSOCK_POLLIN | MSOCK_POLLRDNORM)
#define WRITABLE (MSOCK_POLLOUT | MSOCK_POLLWRNORM)
/* Told whether asked for or not. */
#define ALWAYS (MSOCK_POLLERR | MSOCK_POLLHUP | MSOCK_POLLNVAL)

static bool receiving_is_over(const struct core_sock *s)
{
    return (s->flags & (CORE_RX_ENDED | CORE_RX_SHUT)) != 0;
}

static bool sending_is_over(const struct core_sock *s)
{
    return (s->flags & CORE_TX_SHUT) != 0;
}

/* What follows from the directions that have ended. */
static unsigned events_of_ends(const struct core_sock *s)
{
    unsigned events = 0;

    if (receiving_is_over(s)) {
        events |= READABLE | MSOCK_POLLRDHUP;
    }
    if (receiving_is_over(s) && sending_is_over(s)) {
        events |= MSOCK_POLLHUP;
    }
    if (s->error) {
        events |= MSOCK_POLLERR;
    }
    return events;
}

static unsigned stream_events(const struct core_sock *s)
{
    unsigned events = events_of_ends(s);

    switch (s->state) {
    case CORE_LISTENING:
        return events | (s->queue_first == CORE_NONE ? 0 : READABLE);
    case CORE_CONNECTING:
        return events;
    case CORE_IDLE:
    case CORE_CLOSED:
        events |= MSOCK_POLLHUP | WRITABLE;
        break;
    default:
        events |= sending_is_over(s) || stk_writable(&s->stk) ? WRITABLE : 0;
        break;
    }
    return events | (stk_readable(&s->stk) ? READABLE : 0);
}

unsigned core_events(const struct core_sock *s)
{
    if (s->type == STK_TCP) {
        return stream_events(s);
    }
    return events_of_ends(s) | WRITABLE | (stk_readable(&s->stk) ? READABLE : 0);
}

struct poll_call {
    struct msock_pollfd *fds;
    msock_nfds_t nfds;
    bool stack_has_run;
};

/* Does not look before the stack has run: a program that can always send would else never see a
 * packet. Looks every descriptor up again each time: foreign code may have closed it. */
static msock_ssize_t try_poll(struct core_sock *unused, void *call)
{
    struct poll_call *poll = call;
    msock_ssize_t ready = 0;

    (void)unused;
    if (!poll->stack_has_run) {
        poll->stack_has_run = true;
        return -MSOCK_EAGAIN;
    }
    for (msock_nfds_t i = 0; i < poll->nfds; i++) {
        struct msock_pollfd *p = &poll->fds[i];
        if (p->fd < 0) {
            p->revents = 0;
            continue;
        }
        const struct core_sock *s = core_get(p->fd);
        const unsigned events = s ? core_events(s) : MSOCK_POLLNVAL;
        p->revents = (short)(events & ((unsigned)p->events | ALWAYS));
        ready += p->revents != 0;
    }
    return ready > 0 ? ready : -MSOCK_EAGAIN;
}

static msock_ssize_t poll_all(struct poll_call *call, int timeout_ms)
{
    if (!call->fds && call->nfds > 0) {
        return -MSOCK_EFAULT;
    }
    const msock_ssize_t ready =
        core_wait(NULL, try_poll, call, timeout_ms < 0 ? PORT_FOREVER : (uint32_t)timeout_ms);
    return ready == -MSOCK_EAGAIN ? 0 : ready;
}

int msock_poll(struct msock_pollfd *fds, msock_nfds_t nfds, int timeout_ms)
{
    struct poll_call call = {.fds = fds, .nfds = nfds};

    port_lock();
    return (int)core_leave(poll_all(&call, timeout_ms));
}
