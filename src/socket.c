/*
 * socket.c: a socket's life and names: socket, close, bind, getsockname, getpeername, fcntl.
 */
#include "core.h"

#include <string.h>

/* What may be or-ed to a type of socket, and where Linux's types and protocols end. */
#define TYPE_FLAGS    MSOCK_SOCK_NONBLOCK
#define TYPE_MASK     0xf
#define TYPE_LAST     10
#define PROTOCOL_LAST 262

/* The type and the protocol that belongs to it. */
static int check_type(int type, int protocol)
{
    if (type > TYPE_LAST || protocol < 0 || protocol > PROTOCOL_LAST) {
        return -MSOCK_EINVAL;
    }
    if (type != MSOCK_SOCK_STREAM && type != MSOCK_SOCK_DGRAM) {
        return -MSOCK_ESOCKTNOSUPPORT;
    }
    const int own = type == MSOCK_SOCK_STREAM ? MSOCK_IPPROTO_TCP : MSOCK_IPPROTO_UDP;
    return protocol == 0 || protocol == own ? 0 : -MSOCK_EPROTONOSUPPORT;
}

/* The object behind the descriptor: all or nothing. */
static int open_socket(int family, enum stk_type type, uint8_t flags)
{
    /* First of all the descriptor: that there is none is what programs look for. */
    if (core_fds_used() == MSOCK_MAX_FDS) {
        return -MSOCK_EMFILE;
    }
    struct core_sock *s = core_take();
    if (!s) {
        return -MSOCK_ENFILE;
    }
    s->family = (uint8_t)family;
    s->type = (uint8_t)type;
    s->flags = flags;
    const int refused = core_reopen(s);
    if (refused) {
        core_give(s);
        return refused;
    }
    return core_fd_open(s);
}

static int create(int domain, int type, int protocol)
{
    const int bare_type = type & TYPE_MASK;

    if (type & ~(TYPE_MASK | TYPE_FLAGS)) {
        return -MSOCK_EINVAL;
    }
    if (domain != MSOCK_AF_INET && !(MSOCK_IPV6 && domain == MSOCK_AF_INET6)) {
        return -MSOCK_EAFNOSUPPORT;
    }
    const int refused = check_type(bare_type, protocol);
    if (refused) {
        return refused;
    }
    return open_socket(domain == MSOCK_AF_INET6 ? 6 : 4,
                       bare_type == MSOCK_SOCK_STREAM ? STK_TCP : STK_UDP,
                       type & MSOCK_SOCK_NONBLOCK ? CORE_NONBLOCK : 0);
}

int msock_socket(int domain, int type, int protocol)
{
    port_lock();
    return (int)core_leave(create(domain, type, protocol));
}

static int give_up(struct core_sock *s, int fd)
{
    if (!s) {
        return -MSOCK_EBADF;
    }
    core_fd_close(fd);
    core_queue_clear(s);
    stk_close(&s->stk, false);
    core_give(s);
    port_wake();
    return 0;
}

int msock_close(int fd)
{
    return (int)core_leave(give_up(core_enter(fd), fd));
}

bool core_is_bound(const struct core_sock *s)
{
    struct stk_endpoint local;

    return stk_local(&s->stk, &local) == 0 && local.port != 0;
}

static bool is_specific_ipv6(const struct stk_endpoint *endpoint)
{
    static const uint8_t any[16];

    return endpoint->family == 6 && memcmp(endpoint->addr, any, sizeof any) != 0;
}

static int bind_to(struct core_sock *s, const struct msock_sockaddr *addr, msock_socklen_t addrlen)
{
    struct stk_endpoint local;

    if (!s) {
        return -MSOCK_EBADF;
    }
    int refused = core_address_in(s, addr, addrlen, &local);
    if (refused) {
        return refused;
    }
    if (s->state != CORE_IDLE || core_is_bound(s)) {
        return -MSOCK_EINVAL;
    }
    if (local.family == 4 && (s->options & STK_V6ONLY)) {
        return -MSOCK_EINVAL;
    }
    refused = core_reopen(s);
    if (refused == 0) {
        refused = stk_bind(&s->stk, &local);
    }
    if (refused == 0 && is_specific_ipv6(&local)) {
        s->options |= STK_V6ONLY; /* what it is from now on, and what Linux shows */
    }
    return refused;
}

int msock_bind(int fd, const struct msock_sockaddr *addr, msock_socklen_t addrlen)
{
    return (int)core_leave(bind_to(core_enter(fd), addr, addrlen));
}

static int own_name(const struct core_sock *s, struct msock_sockaddr *addr,
                    msock_socklen_t *addrlen)
{
    struct stk_endpoint local;

    if (!s) {
        return -MSOCK_EBADF;
    }
    if (!addr || !addrlen) {
        return -MSOCK_EFAULT;
    }
    if (stk_local(&s->stk, &local)) {
        /* The connection is over and its control block gone. */
        local = (struct stk_endpoint){.family = s->family};
    }
    core_address_out(s, &local, addr, addrlen);
    return 0;
}

int msock_getsockname(int fd, struct msock_sockaddr *addr, msock_socklen_t *addrlen)
{
    return (int)core_leave(own_name(core_enter(fd), addr, addrlen));
}

static int peer_name(const struct core_sock *s, struct msock_sockaddr *addr,
                     msock_socklen_t *addrlen)
{
    struct stk_endpoint peer;

    if (!s) {
        return -MSOCK_EBADF;
    }
    if (!addr || !addrlen) {
        return -MSOCK_EFAULT;
    }
    if (s->state != CORE_CONNECTED && !(s->flags & CORE_HAS_PEER)) {
        return -MSOCK_ENOTCONN;
    }
    const int refused = stk_peer(&s->stk, &peer);
    if (refused == 0) {
        core_address_out(s, &peer, addr, addrlen);
    }
    return refused;
}

int msock_getpeername(int fd, struct msock_sockaddr *addr, msock_socklen_t *addrlen)
{
    return (int)core_leave(peer_name(core_enter(fd), addr, addrlen));
}

static int control(struct core_sock *s, int command, int flags)
{
    if (!s) {
        return -MSOCK_EBADF;
    }
    if (command == MSOCK_F_GETFL) {
        return MSOCK_O_RDWR | (s->flags & CORE_NONBLOCK ? MSOCK_O_NONBLOCK : 0);
    }
    if (command != MSOCK_F_SETFL || (flags & ~(MSOCK_O_RDWR | MSOCK_O_NONBLOCK))) {
        return -MSOCK_EINVAL;
    }
    s->flags &= (uint8_t)~CORE_NONBLOCK;
    s->flags |= flags & MSOCK_O_NONBLOCK ? CORE_NONBLOCK : 0;
    return 0;
}

int msock_fcntl(int fd, int command, int flags)
{
    return (int)core_leave(control(core_enter(fd), command, flags));
}
