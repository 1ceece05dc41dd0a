/*
 * transfer.c: send, sendto, recv, recvfrom: checks the arguments, waits around the primitive.
 */
#include "core.h"

#define SEND_FLAGS (MSOCK_MSG_DONTWAIT | MSOCK_MSG_NOSIGNAL)
#define RECV_FLAGS                                                                                 \
    (MSOCK_MSG_PEEK | MSOCK_MSG_TRUNC | MSOCK_MSG_DONTWAIT | MSOCK_MSG_WAITALL | MSOCK_MSG_NOSIGNAL)

/* A call that has moved bytes and then had to stop is a success: what it did would be lost. */
static msock_ssize_t result_of(const struct core_transfer *t, msock_ssize_t result)
{
    const bool stopped = result == -MSOCK_EAGAIN || result == -MSOCK_EINTR;

    return stopped && t->done > 0 ? (msock_ssize_t)t->done : result;
}

static msock_ssize_t send_stream(struct core_sock *s, struct core_transfer *t)
{
    const uint32_t timeout_ms = core_timeout(s, s->send_timeout_ms, t->flags);

    return result_of(t, core_wait(s, core_stream_send, t, timeout_ms));
}

/* A datagram is sent at once or not at all. */
static msock_ssize_t send_datagram(struct core_sock *s, struct core_transfer *t,
                                   const struct msock_sockaddr *addr, msock_socklen_t addrlen)
{
    struct stk_endpoint dest;

    if (addr) {
        const int bad = core_destination_in(s, addr, addrlen, &dest);
        if (bad || dest.port == 0) {
            return bad ? bad : -MSOCK_EINVAL;
        }
        t->dest = &dest;
    }
    const msock_ssize_t result = core_wait(s, core_datagram_send, t, 0);
    return result == -MSOCK_EAGAIN ? -MSOCK_ENOBUFS : result;
}

static msock_ssize_t send_to(struct core_sock *s, struct core_transfer *t,
                             const struct msock_sockaddr *addr, msock_socklen_t addrlen)
{
    if (!s) {
        return -MSOCK_EBADF;
    }
    if (t->flags & ~SEND_FLAGS) {
        return -MSOCK_EOPNOTSUPP;
    }
    if (!t->from && t->len > 0) {
        return -MSOCK_EFAULT;
    }
    const msock_ssize_t result =
        s->type == STK_TCP ? send_stream(s, t) : send_datagram(s, t, addr, addrlen);
    core_drive_if_due();
    return result;
}

msock_ssize_t msock_sendto(int fd, const void *buf, size_t len, int flags,
                           const struct msock_sockaddr *addr, msock_socklen_t addrlen)
{
    struct core_transfer t = {.from = buf, .len = len, .flags = flags};

    return core_leave(send_to(core_enter(fd), &t, addr, addrlen));
}

msock_ssize_t msock_send(int fd, const void *buf, size_t len, int flags)
{
    return msock_sendto(fd, buf, len, flags, NULL, 0);
}

/* Tells the caller who sent it, if he wants to know. A stream tells nobody: a length of 0. */
static void sender_out(const struct core_sock *s, const struct core_transfer *t,
                       struct msock_sockaddr *addr, msock_socklen_t *addrlen)
{
    if (!addr) {
        return;
    }
    if (t->source.family == 0) {
        *addrlen = 0;
    } else {
        core_address_out(s, &t->source, addr, addrlen);
    }
}

static msock_ssize_t receive_from(struct core_sock *s, struct core_transfer *t,
                                  struct msock_sockaddr *addr, msock_socklen_t *addrlen)
{
    if (!s) {
        return -MSOCK_EBADF;
    }
    if (t->flags & ~RECV_FLAGS) {
        return -MSOCK_EOPNOTSUPP;
    }
    const bool drop = s->type == STK_TCP && (t->flags & MSOCK_MSG_TRUNC);
    if ((addr && !addrlen) || (!drop && !t->to && t->len > 0)) {
        return -MSOCK_EFAULT;
    }
    if (drop) {
        t->to = NULL;
    }
    const uint32_t timeout_ms = core_timeout(s, s->recv_timeout_ms, t->flags);
    const msock_ssize_t result = result_of(
        t, core_wait(s, s->type == STK_TCP ? core_stream_recv : core_datagram_recv, t, timeout_ms));
    if (result >= 0) {
        sender_out(s, t, addr, addrlen);
    }
    return result;
}

msock_ssize_t msock_recvfrom(int fd, void *buf, size_t len, int flags, struct msock_sockaddr *addr,
                             msock_socklen_t *addrlen)
{
    struct core_transfer t = {.to = buf, .len = len, .flags = flags};

    return core_leave(receive_from(core_enter(fd), &t, addr, addrlen));
}

msock_ssize_t msock_recv(int fd, void *buf, size_t len, int flags)
{
    return msock_recvfrom(fd, buf, len, flags, NULL, NULL);
}
