/*
 * connection.c: how a stream gets its peer, and how it ends: connect, listen, accept, shutdown.
 */
#include "core.h"

int core_reopen(struct core_sock *s)
{
    return stk_open(&s->stk, (enum stk_type)s->type, s->family, s->options);
}

/* Drops the connection, or the listening: the stream is as new, but for its options. Linux has the
 * program hear of its own reset. */
static void disconnect(struct core_sock *s)
{
    const bool reset = s->state == CORE_CONNECTED || s->state == CORE_CONNECTING;

    core_queue_clear(s);
    stk_close(&s->stk, true);
    s->state = CORE_IDLE;
    s->flags &= CORE_NONBLOCK;
    s->error = reset ? MSOCK_ECONNRESET : 0;
    port_wake();
}

/* How an attempt to connect has ended. One that failed leaves a stream that can try again. */
static int outcome(struct core_sock *s)
{
    s->flags &= (uint8_t)~CORE_UNREPORTED;
    if (s->state == CORE_CONNECTED) {
        return 0;
    }
    const int error = core_take_error(s);
    disconnect(s);
    return error ? error : -MSOCK_ECONNABORTED;
}

static msock_ssize_t try_outcome(struct core_sock *s, void *call)
{
    (void)call;
    return s->state == CORE_CONNECTING ? -MSOCK_EAGAIN : outcome(s);
}

/* Waits for an attempt that is under way; pending is what to say if that takes too long. */
static int wait_connected(struct core_sock *s, int pending)
{
    const uint32_t timeout_ms = core_timeout(s, s->send_timeout_ms, 0);
    const msock_ssize_t result = core_wait(s, try_outcome, NULL, timeout_ms);

    return result == -MSOCK_EAGAIN ? pending : (int)result;
}

static int stream_connect(struct core_sock *s, const struct msock_sockaddr *addr,
                          msock_socklen_t addrlen)
{
    struct stk_endpoint peer;

    if (s->flags & CORE_UNREPORTED) {
        return s->state == CORE_CONNECTING ? wait_connected(s, -MSOCK_EALREADY) : outcome(s);
    }
    if (s->state != CORE_IDLE) {
        return -MSOCK_EISCONN;
    }
    int refused = core_destination_in(s, addr, addrlen, &peer);
    if (refused == 0) {
        refused = core_reopen(s);
    }
    if (refused == 0) {
        refused = stk_connect(&s->stk, &peer);
    }
    if (refused) {
        return refused;
    }
    s->state = CORE_CONNECTING;
    s->flags |= CORE_UNREPORTED;
    s->error = 0;
    /* Even if the stack could answer in one run: "in progress" is what such programs expect. */
    return s->flags & CORE_NONBLOCK ? -MSOCK_EINPROGRESS : wait_connected(s, -MSOCK_EINPROGRESS);
}

static int datagram_connect(struct core_sock *s, const struct msock_sockaddr *addr,
                            msock_socklen_t addrlen)
{
    struct stk_endpoint peer;
    int refused = core_destination_in(s, addr, addrlen, &peer);

    if (refused == 0) {
        refused = stk_connect(&s->stk, &peer);
    }
    if (refused) {
        return refused;
    }
    s->flags |= CORE_HAS_PEER;
    return 0;
}

/* connect() to no address at all takes the peer away again. */
static int dissolve(struct core_sock *s)
{
    if (s->type == STK_TCP) {
        disconnect(s);
        return 0;
    }
    s->flags &= (uint8_t)~CORE_HAS_PEER;
    return stk_connect(&s->stk, NULL);
}

static int connect_to(struct core_sock *s, const struct msock_sockaddr *addr,
                      msock_socklen_t addrlen)
{
    if (!s) {
        return -MSOCK_EBADF;
    }
    if (!addr) {
        return -MSOCK_EFAULT;
    }
    if (addrlen < sizeof addr->sa_family) {
        return -MSOCK_EINVAL;
    }
    if (addr->sa_family == MSOCK_AF_UNSPEC) {
        return dissolve(s);
    }
    return s->type == STK_TCP ? stream_connect(s, addr, addrlen)
                              : datagram_connect(s, addr, addrlen);
}

int msock_connect(int fd, const struct msock_sockaddr *addr, msock_socklen_t addrlen)
{
    return (int)core_leave(connect_to(core_enter(fd), addr, addrlen));
}

/* Linux queues one connection more than it is told to. */
static uint8_t granted_backlog(int backlog)
{
    return backlog < 0 || backlog >= MSOCK_MAX_BACKLOG ? MSOCK_MAX_BACKLOG : (uint8_t)(backlog + 1);
}

static int start_listening(struct core_sock *s, int backlog)
{
    if (!s) {
        return -MSOCK_EBADF;
    }
    if (s->type != STK_TCP) {
        return -MSOCK_EOPNOTSUPP;
    }
    if (s->state != CORE_IDLE && s->state != CORE_LISTENING) {
        return -MSOCK_EINVAL;
    }
    int refused = core_reopen(s);
    if (refused == 0) {
        s->backlog = granted_backlog(backlog);
        refused = stk_listen(&s->stk, s->backlog);
    }
    if (refused) {
        return refused;
    }
    s->state = CORE_LISTENING;
    return 0;
}

int msock_listen(int fd, int backlog)
{
    return (int)core_leave(start_listening(core_enter(fd), backlog));
}

static void dequeue(struct core_sock *listener, struct core_sock *first)
{
    listener->queue_first = first->queue_next;
    if (listener->queue_first == CORE_NONE) {
        listener->queue_last = CORE_NONE;
    }
    first->queue_next = CORE_NONE;
}

void core_queue_clear(struct core_sock *listener)
{
    while (listener->queue_first != CORE_NONE) {
        struct core_sock *s = core_at(listener->queue_first);
        dequeue(listener, s);
        stk_close(&s->stk, true);
        core_give(s);
    }
}

static msock_ssize_t try_accept(struct core_sock *s, void *call)
{
    (void)call;
    if (s->state != CORE_LISTENING) {
        return -MSOCK_EINVAL;
    }
    if (core_fds_used() == MSOCK_MAX_FDS) {
        return -MSOCK_EMFILE;
    }
    if (s->queue_first == CORE_NONE) {
        return -MSOCK_EAGAIN;
    }
    struct core_sock *connection = core_at(s->queue_first);
    dequeue(s, connection);
    stk_set_options(&connection->stk, connection->options);
    stk_accepted(&connection->stk);
    return core_fd_open(connection);
}

static msock_ssize_t accept_from(struct core_sock *s, struct msock_sockaddr *addr,
                                 msock_socklen_t *addrlen)
{
    struct stk_endpoint peer = {.family = 4};

    if (!s) {
        return -MSOCK_EBADF;
    }
    if (s->type != STK_TCP) {
        return -MSOCK_EOPNOTSUPP;
    }
    if (addr && !addrlen) {
        return -MSOCK_EFAULT;
    }
    const msock_ssize_t fd = core_wait(s, try_accept, NULL, core_timeout(s, s->recv_timeout_ms, 0));
    if (fd >= 0 && addr) {
        const struct core_sock *connection = core_get((int)fd);
        /* A connection that was reset while it waited is handed over all the same, as on Linux; its
         * peer's address went with its control block, and is shown as the wildcard. */
        (void)stk_peer(&connection->stk, &peer);
        core_address_out(connection, &peer, addr, addrlen);
    }
    return fd;
}

int msock_accept(int fd, struct msock_sockaddr *addr, msock_socklen_t *addrlen)
{
    return (int)core_leave(accept_from(core_enter(fd), addr, addrlen));
}

static uint8_t shut_flags(int how)
{
    static const uint8_t flags[] = {CORE_RX_SHUT, CORE_TX_SHUT, CORE_RX_SHUT | CORE_TX_SHUT};

    return flags[how];
}

static int shut_stream(struct core_sock *s, int how)
{
    const uint8_t shut = shut_flags(how);
    int refused = 0;

    switch (s->state) {
    case CORE_LISTENING:
    case CORE_CONNECTING:
        /* Linux: whoever waits to receive on these gives up all of it. */
        if (s->state == CORE_CONNECTING || (shut & CORE_RX_SHUT)) {
            disconnect(s);
        }
        return 0;
    case CORE_CONNECTED:
        break;
    default:
        /* Linux: notes it all the same, for recv(), and for a connection to come. */
        s->flags |= shut;
        return -MSOCK_ENOTCONN;
    }
    if ((shut & CORE_TX_SHUT) && !(s->flags & CORE_TX_SHUT)) {
        refused = stk_shutdown(&s->stk);
    }
    if (refused == 0) {
        s->flags |= shut;
        core_close_when_both_ended(s);
    }
    return refused;
}

static int shut(struct core_sock *s, int how)
{
    if (!s) {
        return -MSOCK_EBADF;
    }
    if (how < MSOCK_SHUT_RD || how > MSOCK_SHUT_RDWR) {
        return -MSOCK_EINVAL;
    }
    port_wake();
    if (s->type == STK_TCP) {
        return shut_stream(s, how);
    }
    /* Linux: a datagram socket without a peer is shut down all the same. */
    s->flags |= shut_flags(how);
    return s->flags & CORE_HAS_PEER ? 0 : -MSOCK_ENOTCONN;
}

int msock_shutdown(int fd, int how)
{
    return (int)core_leave(shut(core_enter(fd), how));
}
