/*
 * core.h: what the files of src/ share. The core knows sockets by BSD's rules; how a packet is made
 * is the stack adapter's business (stk.h), how one waits the port's (port.h).
 *
 * Reading order: core.h, wait.c (the one function that waits), socket.c, stream.c and datagram.c
 * (do it once, never wait), event.c (what the stack tells us), then the rest.
 *
 * Everything here runs with the core's lock held. Results are 0 or a count, or a negative error.
 */
#ifndef CORE_H
#define CORE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "microsockets/msock.h"
#include "port.h"
#include "stk.h"

enum core_state {
    CORE_FREE,       /* the object is not in use */
    CORE_IDLE,       /* neither connected nor listening; a datagram socket stays here */
    CORE_CONNECTING, /* a stream whose peer has not answered yet */
    CORE_CONNECTED,  /* a stream with a peer */
    CORE_LISTENING,  /* a stream with an accept queue */
    CORE_CLOSED      /* a stream whose connection is over, or never came to be */
};

/* Facts about a socket that are independent of each other, and of its state and error. */
enum {
    CORE_NONBLOCK = 1 << 0,
    CORE_RX_ENDED = 1 << 1,   /* the peer has ended its stream */
    CORE_RX_SHUT = 1 << 2,    /* nothing more will be received: shutdown() or a failure */
    CORE_TX_SHUT = 1 << 3,    /* nothing more can be sent: shutdown() or a failure */
    CORE_UNREPORTED = 1 << 4, /* an attempt to connect has ended, and connect() has not said how */
    CORE_HAS_PEER = 1 << 5    /* a datagram socket that is connected */
};

#define CORE_NONE UINT8_MAX /* no socket, as a number */

struct core_sock {
    struct stk_sock stk; /* first, so that a pointer to it is one to the socket */
    uint32_t recv_timeout_ms;
    uint32_t send_timeout_ms;
    uint16_t generation; /* changes when the object is given up: a waiter's socket was closed */
    uint8_t state;       /* enum core_state */
    uint8_t type;        /* enum stk_type */
    uint8_t family;      /* 4 or 6 */
    uint8_t flags;
    uint8_t options;     /* STK_ */
    uint8_t error;       /* SO_ERROR: pending, positive; 0: none */
    uint8_t backlog;     /* a listener's: connections that may wait */
    uint8_t queue_first; /* a listener's accept queue, as numbers of sockets */
    uint8_t queue_last;
    uint8_t queue_next; /* in somebody's accept queue: the next one */
};

/* ---- table.c: descriptors and socket objects ------------------------------------------------ */

void core_table_init(void);

/* The socket of a descriptor, or NULL. */
struct core_sock *core_get(int fd);

/* The socket with a number, and the number of a socket. */
struct core_sock *core_at(uint8_t number);
uint8_t core_number(const struct core_sock *s);

/* Takes a free object, zero but for its generation, in state CORE_IDLE; NULL: none is free. */
struct core_sock *core_take(void);

/* Gives an object back. Whoever waits on it sees the generation change. */
void core_give(struct core_sock *s);

/* Gives a socket the lowest free descriptor: that, or -MSOCK_EMFILE. */
int core_fd_open(const struct core_sock *s);
void core_fd_close(int fd);

uint16_t core_fds_used(void);
uint16_t core_socks_used(void);

/* ---- wait.c: driving the stack, and waiting -------------------------------------------------- */

/* Does the call once, without waiting: a result, or -MSOCK_EAGAIN to be asked again. */
typedef msock_ssize_t core_try_fn(struct core_sock *s, void *call);

/* Repeats try_once until it has a result, for timeout_ms at most (0: not, PORT_FOREVER: no limit).
 * Between two attempts foreign code runs (stack, pollers, host): only s and call are still what
 * they were, and s only if this does not return -MSOCK_EBADF. s may be NULL for a call that looks
 * up its sockets itself. Returns the result, -MSOCK_EAGAIN (time is over), -MSOCK_EINTR or
 * -MSOCK_EBADF. */
msock_ssize_t core_wait(struct core_sock *s, core_try_fn *try_once, void *call,
                        uint32_t timeout_ms);

/* Runs pollers and stack once; true if there was anything to do. */
bool core_drive(void);

/* The same, but at most once in a millisecond: for calls that succeed at once. A program that only
 * sends would else never see the answers that its packets wait for. */
void core_drive_if_due(void);

void core_wait_init(void);

/* The timeout of a call on a socket: 0 if it is not to block. */
uint32_t core_timeout(const struct core_sock *s, uint32_t timeout_ms, int flags);

/* ---- call.c: the first and the third storey of every public call ---------------------------- */

/* Locks, and finds the socket; NULL: EBADF. */
struct core_sock *core_enter(int fd);

/* Unlocks, and turns a negative error into -1 and errno. */
msock_ssize_t core_leave(msock_ssize_t result);

/* Sets errno to a positive error and returns -1, for what needs no lock. */
int core_fail(int error);

/* ---- event.c --------------------------------------------------------------------------------- */

/* With both directions ended nothing more can happen on this connection. */
void core_close_when_both_ended(struct core_sock *s);

/* The pending error as a negative number, which is pending no more; 0: none. */
int core_take_error(struct core_sock *s);

/* ---- stream.c, datagram.c: the primitives, which never wait --------------------------------- */

/* A send or recv under way. */
struct core_transfer {
    const uint8_t *from; /* send: the bytes */
    uint8_t *to;         /* recv: room; NULL: drop them */
    size_t len;
    size_t done;                     /* bytes moved so far */
    int flags;                       /* MSOCK_MSG_ */
    const struct stk_endpoint *dest; /* a datagram's; NULL: the peer */
    struct stk_endpoint source;      /* a datagram's; family 0: none */
};

msock_ssize_t core_stream_send(struct core_sock *s, void *transfer);
msock_ssize_t core_stream_recv(struct core_sock *s, void *transfer);
msock_ssize_t core_datagram_send(struct core_sock *s, void *transfer);
msock_ssize_t core_datagram_recv(struct core_sock *s, void *transfer);

/* Resets what waits in a listener's queue. */
void core_queue_clear(struct core_sock *listener);

/* Takes a control block if the socket has none: an earlier attempt to connect has lost it. */
int core_reopen(struct core_sock *s);

/* Has the socket a local port, from bind() or chosen for it? */
bool core_is_bound(const struct core_sock *s);

/* ---- poll.c ---------------------------------------------------------------------------------- */

/* What is the case now: MSOCK_POLL bits. */
unsigned core_events(const struct core_sock *s);

/* ---- address.c ------------------------------------------------------------------------------- */

/* A caller's address as an endpoint of the socket's family, or of IPv4 if it is IPv4-mapped.
 * -MSOCK_EFAULT, -EINVAL, -EAFNOSUPPORT. */
int core_address_in(const struct core_sock *s, const struct msock_sockaddr *addr,
                    msock_socklen_t len, struct stk_endpoint *endpoint);

/* The same for a destination: the wildcard address means this machine, and an IPv6 datagram socket
 * takes a plain IPv4 address. -MSOCK_ENETUNREACH: IPv4, but the socket is IPv6 only. */
int core_destination_in(const struct core_sock *s, const struct msock_sockaddr *addr,
                        msock_socklen_t len, struct stk_endpoint *endpoint);

/* An endpoint as the address that a socket of this family (4 or 6) shows; returns its length. */
msock_socklen_t core_address_make(int family, const struct stk_endpoint *endpoint,
                                  struct msock_sockaddr_storage *storage);

/* The same into the caller's memory, cut to *len, which gets the whole length. */
void core_address_out(const struct core_sock *s, const struct stk_endpoint *endpoint,
                      struct msock_sockaddr *addr, msock_socklen_t *len);

/* ---- inet.c ---------------------------------------------------------------------------------- */

/* Reads an address in numbers; its first character behind it, or NULL if it is none. */
const char *core_parse_ipv4(const char *text, uint8_t addr[4]);
const char *core_parse_ipv6(const char *text, uint8_t addr[16]);

/* ---- name.c ---------------------------------------------------------------------------------- */

void core_name_init(void);
uint16_t core_addrinfos_used(void);

#endif
