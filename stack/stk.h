/*
 * stk.h: the seam to the IP stack. The build puts one adapter's folder on the include path; its
 * stk_types.h defines `struct stk_sock`, the adapter's part of a socket. The core keeps it inside
 * its own socket object; both sides name a socket by a pointer to it.
 *
 * Part A is what the adapter supplies. It never waits, and only translates: what a socket means by
 * BSD's rules is known above, how a packet is made is known below. Results are 0 or a count, or a
 * negative error (-MSOCK_EAGAIN: not now). A socket whose connection is over has no control block;
 * stk_open, stk_close, stk_set_options, stk_accepted, stk_readable, stk_recv, stk_local and stk_peer
 * are called for it too. Part B is what the core offers to the adapter, called
 * from the stack's callbacks. All of it runs with the core's lock held.
 */
#ifndef STK_H
#define STK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "microsockets/msock_errno.h"
#include "microsockets/msock_types.h"
#include "stk_types.h"

enum stk_type { STK_TCP, STK_UDP };

/* An address and a port. An IPv4 address has family 4, and its bytes in addr[0] to addr[3]; an
 * AF_INET6 socket meets IPv4 peers in this form, the core maps it. */
struct stk_endpoint {
    uint8_t addr[16]; /* network byte order */
    uint16_t port;    /* host byte order; 0: none */
    uint8_t family;   /* 4 or 6 */
    uint8_t scope_id; /* IPv6 link-local: number of the interface; else 0 */
};

/* The options that the stack must know; kept by the core, handed over whole. */
enum { STK_REUSEADDR = 1 << 0, STK_KEEPALIVE = 1 << 1, STK_NODELAY = 1 << 2, STK_V6ONLY = 1 << 3 };

/* ---- Part A: the adapter supplies ------------------------------------------------------------ */

/* Starts the stack. Again: all control blocks of sockets are gone already. */
void stk_init(void);

/* Runs the stack's timers that are due, and what the stack has queued for itself (loopback). True
 * if packets were handled: there may be more. */
bool stk_run(void);

/* Milliseconds until a timer is due; UINT32_MAX: none. */
uint32_t stk_timeout_ms(void);

/* Takes a control block for a socket that has none: family 4 or 6, options of STK_. Does nothing for
 * one that has one. -ENOBUFS. */
int stk_open(struct stk_sock *sk, enum stk_type type, int family, unsigned options);

/* Hands over all the options of a socket again, after a change. */
void stk_set_options(struct stk_sock *sk, unsigned options);

/* Binds; port 0 has one chosen. -EADDRINUSE, -EADDRNOTAVAIL. */
int stk_bind(struct stk_sock *sk, const struct stk_endpoint *local);

/* TCP: begins to connect; core_connected() or core_failed() follows, never from inside this call.
 * UDP: sets the only peer; NULL: none. -ENETUNREACH, -EADDRNOTAVAIL, -EADDRINUSE, -ENOBUFS. */
int stk_connect(struct stk_sock *sk, const struct stk_endpoint *peer);

/* Makes a TCP socket listen, or changes the backlog (1 to 255) of one that does. */
int stk_listen(struct stk_sock *sk, uint8_t backlog);

/* The program has taken this connection of a listener: it counts no more against the backlog. */
void stk_accepted(struct stk_sock *sk);

/* TCP: queues up to len bytes for sending and returns how many, at least 1; -EAGAIN: the queue is
 * full, core_writable() will follow; -ENOBUFS: no memory, and nothing under way will free any. */
msock_ssize_t stk_send(struct stk_sock *sk, const void *buf, size_t len);

/* UDP: sends one datagram to dest, or to the peer (NULL). -EMSGSIZE, -ENETUNREACH, -ENOBUFS. */
int stk_sendto(struct stk_sock *sk, const void *buf, size_t len, const struct stk_endpoint *dest);

/* TCP: takes all received bytes up to len, gives their room back to the stack, returns how many, at
 * least 1; -EAGAIN: none there. buf NULL: drops them. With peek they stay. */
msock_ssize_t stk_recv(struct stk_sock *sk, void *buf, size_t len, bool peek);

/* UDP: takes the oldest datagram: up to len bytes into buf, the sender into src; returns its whole
 * length; -EAGAIN: none there. With peek it stays. */
msock_ssize_t stk_recvfrom(struct stk_sock *sk, void *buf, size_t len, struct stk_endpoint *src,
                           bool peek);

/* Is there anything for stk_recv() or stk_recvfrom()? */
bool stk_readable(const struct stk_sock *sk);

/* TCP: would stk_send() take a useful amount? */
bool stk_writable(const struct stk_sock *sk);

/* TCP: queues the end of the stream behind what was sent. -ENOBUFS. */
int stk_shutdown(struct stk_sock *sk);

/* TCP: sends an acknowledgement that is being held back, because the program waits for the peer's
 * next move and has nothing to send that could carry it. True if there was one. */
bool stk_ack_now(struct stk_sock *sk);

/* Gives up the socket, a listener before or after what waits in its queue: what was sent goes on by
 * itself; received bytes that were not taken, or
 * abort, reset the connection. No Part B call for it follows. Allowed in any state, also after
 * failure. */
void stk_close(struct stk_sock *sk, bool abort);

/* The socket's own address, and its peer's. -ENOTCONN: there is no peer. */
int stk_local(const struct stk_sock *sk, struct stk_endpoint *local);
int stk_peer(const struct stk_sock *sk, struct stk_endpoint *peer);

/* A question to a name server. The object is the asker's. */
struct stk_query {
    int8_t state; /* STK_QUERY_ */
    struct stk_endpoint answer;
};
enum {
    STK_QUERY_IDLE,
    STK_QUERY_ASKED,
    STK_QUERY_ANSWERED,
    STK_QUERY_FAILED,    /* a server says that there is no such address */
    STK_QUERY_UNANSWERED /* no server says anything, and the stack asks no more */
};

/* Asks for the address of a name in family 4 or 6. 0: the answer is in the query, or will be
 * (ASKED). -ENOBUFS: too many questions. The query must stay until it is not ASKED, or
 * stk_forget(). */
int stk_resolve(struct stk_query *query, const char *name, int family);

/* The answer is not wanted any more; the object may go away. */
void stk_forget(struct stk_query *query);

/* The number of the network interface with this name; 0: there is none. For IPv6 scopes. */
uint8_t stk_if_index(const char *name);

/* Fills in the stack's part of the pools (see msock_net.h). */
struct msock_usage;
void stk_usage(struct msock_usage *usage);

/* ---- Part B: the core offers ----------------------------------------------------------------- */

/* The connection is there. */
void core_connected(struct stk_sock *sk);

/* Bytes or a datagram have arrived, and are in the adapter's queue. */
void core_readable(struct stk_sock *sk);

/* The peer has ended its stream; all its bytes are in the adapter's queue. */
void core_ended(struct stk_sock *sk);

/* There is room to send again. */
void core_writable(struct stk_sock *sk);

/* A connection has arrived at a listener: the socket for it, whose stk_sock is zero and has to be
 * filled in by the adapter, or NULL: refuse it. */
struct stk_sock *core_accepted(struct stk_sock *listener);

/* UDP: the peer has said that nobody listens on its port (ICMP). */
void core_refused(struct stk_sock *sk);

/* The connection is over: error is -ECONNRESET (the peer's reset), -ETIMEDOUT, -ECONNABORTED...; 0:
 * both sides have ended it. The adapter has let go of its control block; received bytes stay. */
void core_failed(struct stk_sock *sk, int error);

#endif
