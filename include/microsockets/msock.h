/*
 * msock.h: the BSD sockets API of microsockets.
 *
 * Calls, results and errors are those of POSIX, with the Linux kernel's answers where POSIX leaves
 * a choice. What is said once here holds for every function below:
 *
 *  - A call that fails returns -1 and sets msock_errno (the C library's errno, see msock_errno.h).
 *    Each function lists its errors beyond EBADF, which every call on a descriptor that is not
 *    open gives.
 *  - A call that blocks runs the IP stack while it waits. It ends early with EINTR if the port says
 *    so (a host's Ctrl-C), with EBADF if the socket is closed meanwhile, and with EAGAIN when the
 *    socket is non-blocking (after one run of the stack) or its time-out has passed.
 *  - No call may be made from an interrupt handler. A port without threads has one caller at a
 *    time; calls may be nested inside a waiting one (from a hook of the host).
 *  - Memory that the caller passes is used until the call returns, never longer.
 *
 * POSIX pages: https://pubs.opengroup.org/onlinepubs/9699919799/functions/NAME.html
 */
#ifndef MSOCK_H
#define MSOCK_H

#include "msock_config.h"
#include "msock_errno.h"
#include "msock_types.h"

#ifdef __cplusplus
extern "C" {
#endif

/* Opens a socket and returns its descriptor, the lowest that is free. Does not block.
 *   domain    MSOCK_AF_INET or MSOCK_AF_INET6
 *   type      MSOCK_SOCK_STREAM or MSOCK_SOCK_DGRAM, or-ed with MSOCK_SOCK_NONBLOCK or not
 *   protocol  0, or the one of the type: MSOCK_IPPROTO_TCP, MSOCK_IPPROTO_UDP
 * An AF_INET6 socket carries IPv4 too, as IPv4-mapped addresses, unless IPV6_V6ONLY is set.
 * Errors:
 *   EAFNOSUPPORT     the domain is not one of these
 *   EINVAL           the type is not a type of socket, or has an unknown flag; the protocol is no
 *                    number of a protocol
 *   ESOCKTNOSUPPORT  a type of socket that is not supported
 *   EPROTONOSUPPORT  the protocol is not the type's
 *   EMFILE           no descriptor is free (MSOCK_MAX_FDS)
 *   ENFILE           no socket is free (MSOCK_MAX_SOCKETS)
 *   ENOBUFS          the stack has no control block left
 * POSIX: socket. */
int msock_socket(int domain, int type, int protocol);

/* Gives a socket its local address. Does not block.
 *   addr     an address of this machine or the wildcard; port 0 has a free one chosen. An IPv6
 *            address (but not the wildcard) makes an IPv6 socket IPV6_V6ONLY
 *   addrlen  bytes of addr, at least those of the family's structure
 * Errors:
 *   EFAULT         addr is NULL
 *   EINVAL         addrlen is too short; the socket is bound or connected already; the address is
 *                  IPv4-mapped, but the socket IPV6_V6ONLY
 *   EAFNOSUPPORT   the address is of another family than the socket (MSOCK_AF_UNSPEC with the
 *                  wildcard counts as IPv4)
 *   EADDRINUSE     the port is taken
 *   EADDRNOTAVAIL  the address is not one of this machine
 * POSIX: bind. */
int msock_bind(int fd, const struct msock_sockaddr *addr, msock_socklen_t addrlen);

/* Connects a stream, or sets the only peer of a datagram socket.
 * A stream blocks until the peer has answered, or for SO_SNDTIMEO; a non-blocking one returns
 * EINPROGRESS, is writable (POLLOUT) when the answer is there, and tells it through SO_ERROR. The
 * next connect() returns the outcome, too: 0 or its error, once.
 *   addr, addrlen  the peer. The wildcard stands for this machine. An IPv6 datagram socket takes a
 *                  plain IPv4 address too. MSOCK_AF_UNSPEC: no peer any more; a stream is reset, and
 *                  hears of that itself (ECONNRESET, once); a datagram socket gives back a local
 *                  port that was chosen for it
 * Errors:
 *   EINPROGRESS    non-blocking, or the time-out has passed: the attempt goes on
 *   EALREADY       an attempt is under way
 *   EISCONN        a stream that is connected
 *   ECONNREFUSED   the peer answered with a reset
 *   ETIMEDOUT      the peer did not answer
 *   ENETUNREACH    there is no route; the peer is IPv4, but the socket IPV6_V6ONLY
 *   EADDRNOTAVAIL  no local port is free
 *   EADDRINUSE     this pair of addresses is connected already
 *   EAFNOSUPPORT   the address is of another family than the socket
 *   EFAULT, EINVAL, EINTR, ENOBUFS
 * POSIX: connect. A listening stream gives EISCONN, as Linux does. */
int msock_connect(int fd, const struct msock_sockaddr *addr, msock_socklen_t addrlen);

/* Makes a stream accept connections. An unbound one is bound to a free port. Does not block.
 *   backlog  connections that may wait for accept(): backlog + 1, at most MSOCK_MAX_BACKLOG;
 *            a negative one counts as MSOCK_MAX_BACKLOG
 * Errors:
 *   EOPNOTSUPP  not a stream
 *   EINVAL      the stream is connected, or connecting
 *   EADDRINUSE  another socket listens on this port
 *   ENOBUFS     the stack has no control block left
 * POSIX: listen. Calling it again only changes the backlog. */
int msock_listen(int fd, int backlog);

/* Takes the oldest connection that waits, and returns its descriptor. Blocks until there is one,
 * or for SO_RCVTIMEO.
 *   addr     gets the peer's address, cut to *addrlen bytes; may be NULL
 *   addrlen  in: room at addr, bytes; out: the address's length
 * Errors:
 *   EOPNOTSUPP  not a stream
 *   EINVAL      the stream does not listen
 *   EMFILE      no descriptor is free; the connection stays in the queue
 *   EAGAIN, EINTR
 * POSIX: accept. The new socket has the listener's options and time-outs, but is blocking. */
int msock_accept(int fd, struct msock_sockaddr *addr, msock_socklen_t *addrlen);

/* Sends. A stream blocks until all bytes are in the stack's send queue, or for SO_SNDTIMEO; a
 * non-blocking one takes what fits. A datagram is sent whole or not at all, and does not block.
 *   buf, len  the bytes
 *   flags     MSOCK_MSG_DONTWAIT; MSOCK_MSG_NOSIGNAL (there are no signals)
 * Returns the count of bytes taken, which is less than len after a time-out, an EINTR or an error
 * that came in between.
 * Errors:
 *   EAGAIN        nothing could be taken
 *   EPIPE         the connection was shut down for sending, or is over
 *   ECONNRESET    the peer has reset the connection (once; EPIPE from then on)
 *   EDESTADDRREQ  a datagram socket without a peer
 *   EMSGSIZE      the datagram is too long
 *   ECONNREFUSED  nobody listens on the port of a datagram socket's peer (once)
 *   ENETUNREACH   there is no route
 *   ENOBUFS       no buffer is free, and none is about to be
 *   EOPNOTSUPP    a flag that is not supported
 *   EFAULT, EINTR
 * POSIX: send. There is no SIGPIPE. */
msock_ssize_t msock_send(int fd, const void *buf, size_t len, int flags);

/* As msock_send(), to one peer.
 *   addr, addrlen  the peer of this datagram; NULL and 0 for that of msock_connect(). A stream that
 *                  is connected ignores it, as Linux does.
 * Errors, beyond those of msock_send():
 *   EAFNOSUPPORT  the address is of another family than the socket (an IPv6 socket takes IPv4)
 *   EINVAL        addrlen is too short, or the port is 0
 * POSIX: sendto. */
msock_ssize_t msock_sendto(int fd, const void *buf, size_t len, int flags,
                           const struct msock_sockaddr *addr, msock_socklen_t addrlen);

/* Receives what has arrived: up to len bytes of a stream, or one datagram. Blocks until there is
 * something, or for SO_RCVTIMEO.
 *   buf, len  room for the bytes. What of a datagram does not fit is dropped.
 *   flags     MSOCK_MSG_PEEK      leave it in the queue
 *             MSOCK_MSG_DONTWAIT  do not block
 *             MSOCK_MSG_WAITALL   a stream blocks until len bytes are there, or end or error
 *             MSOCK_MSG_TRUNC     a datagram: return its real length; a stream: drop len bytes,
 *                                 buf is not written
 * Returns the count of bytes; 0 after the peer's end of stream, for ever; 0 for an empty datagram. A
 * stream with len 0 tells by 0 or EAGAIN whether there is anything, and takes nothing.
 * Errors:
 *   EAGAIN        nothing there
 *   ENOTCONN      a stream that was never connected
 *   ECONNRESET    the peer has reset the connection (once, after the bytes that came before)
 *   ETIMEDOUT     the peer has stopped answering (once)
 *   ECONNREFUSED  nobody listens on the port of a datagram socket's peer (once)
 *   EOPNOTSUPP    a flag that is not supported
 *   EFAULT, EINTR
 * POSIX: recv. */
msock_ssize_t msock_recv(int fd, void *buf, size_t len, int flags);

/* As msock_recv(), and tells who sent it.
 *   addr     gets the sender of the datagram, cut to *addrlen bytes; may be NULL
 *   addrlen  in: room at addr, bytes; out: the address's length, 0 for a stream
 * POSIX: recvfrom. */
msock_ssize_t msock_recvfrom(int fd, void *buf, size_t len, int flags, struct msock_sockaddr *addr,
                             msock_socklen_t *addrlen);

/* Ends one direction, or both. Does not block; what was sent before still arrives.
 *   how  MSOCK_SHUT_RD    receives nothing more: recv() does not wait, it returns what is there or
 *                         0; a listener stops listening
 *        MSOCK_SHUT_WR    sends the end of the stream; the peer's bytes can still be read
 *        MSOCK_SHUT_RDWR  both
 * Whoever waits in a call on the socket returns.
 * Errors:
 *   EINVAL    how is none of these
 *   ENOTCONN  not connected; a datagram socket is shut down all the same
 *   ENOBUFS   no buffer for the end of the stream
 * POSIX: shutdown. */
int msock_shutdown(int fd, int how);

/* Closes the descriptor; every later call on it gives EBADF. Does not block: what was sent goes
 * on to the peer by itself. Bytes that were not read reset the connection, as on Linux. Connections
 * that wait in a listener's queue are reset. A call that waits on the socket returns EBADF.
 * POSIX: close. */
int msock_close(int fd);

/* The socket's own address, and its peer's. Do not block.
 *   addr     gets the address, cut to *addrlen bytes
 *   addrlen  in: room at addr, bytes; out: the address's length
 * Errors:
 *   EFAULT    addr or addrlen is NULL
 *   ENOTCONN  getpeername: there is no peer
 * POSIX: getsockname, getpeername. */
int msock_getsockname(int fd, struct msock_sockaddr *addr, msock_socklen_t *addrlen);
int msock_getpeername(int fd, struct msock_sockaddr *addr, msock_socklen_t *addrlen);

/* Sets or reads an option. Do not block. Values are an int unless another is said:
 *   SOL_SOCKET    SO_REUSEADDR, SO_KEEPALIVE  0 or 1
 *                 SO_RCVTIMEO, SO_SNDTIMEO    struct msock_timeval; 0: for ever. Rounded up to
 *                                             milliseconds; longer than 49 days: for ever;
 *                                             negative: do not wait, and reads back as 0
 *                 SO_TYPE                     (read only) the type
 *                 SO_ERROR                    (read only) the pending error, or 0; clears it
 *   IPPROTO_TCP   TCP_NODELAY                 0 or 1: small segments do not wait for each other
 *   IPPROTO_IPV6  IPV6_V6ONLY                 0 or 1: no IPv4; before bind() only
 * value, len: the option's value and its size in bytes; getsockopt cuts it to *len and sets *len.
 * Errors:
 *   ENOPROTOOPT  the option is not supported, at this level or for this type of socket
 *   EOPNOTSUPP   getsockopt: an IPv4 socket has no options of this level, as in Linux
 *   EINVAL       len is too short; IPV6_V6ONLY on a socket that is bound
 *   EDOM         microseconds outside 0 to 999,999
 *   EFAULT       value or len is NULL
 * POSIX: setsockopt, getsockopt. */
int msock_setsockopt(int fd, int level, int option, const void *value, msock_socklen_t len);
int msock_getsockopt(int fd, int level, int option, void *value, msock_socklen_t *len);

/* Reads or sets the descriptor's flags. Does not block.
 *   command  MSOCK_F_GETFL: returns the flags; MSOCK_F_SETFL: sets them to flags
 *   flags    MSOCK_O_NONBLOCK or 0 (MSOCK_O_RDWR is allowed)
 * Errors:
 *   EINVAL  another command or flag
 * POSIX: fcntl. */
int msock_fcntl(int fd, int command, int flags);

/* Waits until one of several sockets is ready. Blocks for at most timeout_ms.
 *   fds         nfds entries; a negative fd is skipped, one that is not open gives POLLNVAL
 *   timeout_ms  milliseconds; 0: do not wait; negative: for ever
 * Events asked for: POLLIN, POLLRDNORM (recv or accept would not block), POLLOUT, POLLWRNORM (send
 * would not block, or a connect has ended), POLLRDHUP (the peer has ended the stream). POLLERR,
 * POLLHUP and POLLNVAL are always told. POLLPRI never comes.
 * Returns the count of entries with events, 0 after the time-out.
 * Errors:
 *   EFAULT  fds is NULL and nfds is not 0
 *   EINTR
 * POSIX: poll. */
int msock_poll(struct msock_pollfd *fds, msock_nfds_t nfds, int timeout_ms);

/* Turns a name and a service into addresses. Blocks while it asks a name server, at most for
 * MSOCK_DNS_TIMEOUT_MS; numbers need no server.
 *   node     a name, an address in numbers (with %scope), or NULL: loopback, with MSOCK_AI_PASSIVE
 *            the wildcard
 *   service  a port number in decimal, or NULL: port 0
 *   hints    ai_family, ai_socktype, ai_protocol, ai_flags (AI_PASSIVE, AI_NUMERICHOST,
 *            AI_NUMERICSERV); NULL: any
 *   result   gets a list, to be given back with msock_freeaddrinfo()
 * Returns 0 or an MSOCK_EAI_ code: NONAME (no such name; node and service both NULL; with
 * AI_NUMERICHOST or AI_NUMERICSERV: not a number), ADDRFAMILY (a number of the other family), AGAIN
 * (no answer in time), FAMILY, SOCKTYPE, SERVICE (not a number of 0 to 65535), BADFLAGS, MEMORY
 * (MSOCK_MAX_ADDRINFO results are held), SYSTEM (see msock_errno: EINTR, EFAULT).
 * POSIX: getaddrinfo. IPv4 addresses come before IPv6 ones. */
int msock_getaddrinfo(const char *node, const char *service, const struct msock_addrinfo *hints,
                      struct msock_addrinfo **result);

/* Gives back a list of msock_getaddrinfo(). NULL is allowed. Does not block. */
void msock_freeaddrinfo(struct msock_addrinfo *list);

/* Text to address: 1 if it is one, 0 if not, -1 with EAFNOSUPPORT.
 *   dst  4 bytes for AF_INET, 16 for AF_INET6, in network byte order
 * Never blocks. POSIX: inet_pton. */
int msock_inet_pton(int family, const char *src, void *dst);

/* Address to text (RFC 5952 for IPv6); returns dst, or NULL.
 *   size  room at dst in bytes: MSOCK_INET_ADDRSTRLEN or MSOCK_INET6_ADDRSTRLEN is always enough
 * Errors: EAFNOSUPPORT; ENOSPC: size is too small.
 * Never blocks. POSIX: inet_ntop. */
const char *msock_inet_ntop(int family, const void *src, char *dst, msock_socklen_t size);

#ifdef __cplusplus
}
#endif

#endif
