/*
 * msock_errno.h: the errors of microsockets: name, Linux's number, text. One list for codes, names
 * and texts. MSOCK_EAGAIN is the C library's EAGAIN, whatever its number there; with
 * MSOCK_OWN_ERRNO it is Linux's 11.
 */
#ifndef MSOCK_ERRNO_H
#define MSOCK_ERRNO_H

#include "msock_config.h"

/* clang-format off */
#define MSOCK_ERRORS(X)                                                        \
    X(EINTR,             4, "interrupted call")                                \
    X(EBADF,             9, "bad descriptor")                                  \
    X(EAGAIN,           11, "would block, or timed out")                       \
    X(ENOMEM,           12, "out of memory")                                   \
    X(EFAULT,           14, "bad address")                                     \
    X(EINVAL,           22, "invalid argument")                                \
    X(ENFILE,           23, "no free socket")                                  \
    X(EMFILE,           24, "no free descriptor")                              \
    X(ENOSPC,           28, "no room in the buffer")                           \
    X(EPIPE,            32, "connection shut down for sending")                \
    X(EDOM,             33, "value out of range")                              \
    X(EDESTADDRREQ,     89, "destination address required")                    \
    X(EMSGSIZE,         90, "message too long")                                \
    X(EPROTOTYPE,       91, "protocol wrong for this type of socket")          \
    X(ENOPROTOOPT,      92, "protocol option not available")                   \
    X(EPROTONOSUPPORT,  93, "protocol not supported")                          \
    X(ESOCKTNOSUPPORT,  94, "socket type not supported")                       \
    X(EOPNOTSUPP,       95, "operation not supported")                         \
    X(EAFNOSUPPORT,     97, "address family not supported")                    \
    X(EADDRINUSE,       98, "address in use")                                  \
    X(EADDRNOTAVAIL,    99, "address not available")                           \
    X(ENETDOWN,        100, "network is down")                                 \
    X(ENETUNREACH,     101, "network unreachable")                             \
    X(ECONNABORTED,    103, "connection aborted")                              \
    X(ECONNRESET,      104, "connection reset by peer")                        \
    X(ENOBUFS,         105, "no buffer space")                                 \
    X(EISCONN,         106, "already connected")                               \
    X(ENOTCONN,        107, "not connected")                                   \
    X(ETIMEDOUT,       110, "connection timed out")                            \
    X(ECONNREFUSED,    111, "connection refused")                              \
    X(EHOSTUNREACH,    113, "host unreachable")                                \
    X(EALREADY,        114, "connection already in progress")                  \
    X(EINPROGRESS,     115, "connection in progress")
/* clang-format on */

#if MSOCK_OWN_ERRNO

#define MSOCK_X(name, number, text) MSOCK_##name = number,
enum msock_error { MSOCK_ERRORS(MSOCK_X) };
#undef MSOCK_X

/* The error of the last call that failed; never set to 0 by a call that succeeds. */
extern int msock_last_errno;
#define msock_errno msock_last_errno

#else

#include <errno.h>
/* A C library without it (newlib has no such number of its own in strict mode). */
#ifndef ESOCKTNOSUPPORT
#define ESOCKTNOSUPPORT 124
#endif

#define MSOCK_X(name, number, text) MSOCK_##name = name,
enum msock_error { MSOCK_ERRORS(MSOCK_X) };
#undef MSOCK_X

/* The error of the last call that failed; never set to 0 by a call that succeeds. */
#define msock_errno errno

#endif

#ifdef __cplusplus
extern "C" {
#endif

/* The name ("ECONNREFUSED") or the text ("connection refused") of an error number, which may be
 * negative too. "?" for a number that is not in the list. Never blocks; any context. */
const char *msock_error_name(int error);
const char *msock_strerror(int error);

#ifdef __cplusplus
}
#endif

#endif
