/*
 * modsocket.h: what the parts of MicroPython's `socket` module share. The module converts types and
 * nothing else: waiting, time-outs and the rules of BSD are the library's (msock.h).
 */
#ifndef MODSOCKET_H
#define MODSOCKET_H

#include "py/obj.h"
#include "py/stream.h"
#include "microsockets/msock.h"

/* What settimeout() has made of the socket. The library knows it too, but answers EAGAIN in both of
 * the last cases, where Python's programs expect two different errors. */
enum modsocket_mode { MODSOCKET_BLOCKING, MODSOCKET_TIMED, MODSOCKET_NONBLOCKING };

struct modsocket_obj {
    mp_obj_base_t base;
    int fd; /* -1: closed */
    uint8_t family;
    uint8_t mode; /* enum modsocket_mode */
};

/* The number that a failed call has for Python; raises instead what has interrupted the call. */
int modsocket_error(const struct modsocket_obj *self);

/* The result of a call, if it has not failed; raises OSError otherwise. */
mp_uint_t modsocket_check(const struct modsocket_obj *self, msock_ssize_t result);

/* An address of any family with its length, as the calls of msock.h want it. */
struct modsocket_addr {
    struct msock_sockaddr_storage sockaddr;
    msock_socklen_t len;
};

/* Turns ("host", port) or ("host", port, flowinfo, scope_id) into an address of the family. A host
 * of '' is the wildcard; a name is looked up, which blocks. Raises ValueError, OverflowError, or
 * OSError with the (negative) code of getaddrinfo. */
void modsocket_addr_from_obj(int family, mp_obj_t tuple, struct modsocket_addr *addr);

/* The tuple of an address: (str, port), or (str, port, flowinfo, scope_id) for IPv6; None for an
 * address of length 0, which a stream's recvfrom() gives. */
mp_obj_t modsocket_addr_to_obj(const struct modsocket_addr *addr);

/* Raises what has interrupted a call that failed with EINTR (KeyboardInterrupt); returns if nothing
 * is to be raised. Above the library is the first place where a long jump is allowed. */
void modsocket_raise_pending(void);

/* The methods and functions that are not in modsocket.c. */
extern const mp_stream_p_t modsocket_stream_p;
MP_DECLARE_CONST_FUN_OBJ_VAR_BETWEEN(modsocket_send_obj);
MP_DECLARE_CONST_FUN_OBJ_VAR_BETWEEN(modsocket_sendall_obj);
MP_DECLARE_CONST_FUN_OBJ_VAR_BETWEEN(modsocket_sendto_obj);
MP_DECLARE_CONST_FUN_OBJ_VAR_BETWEEN(modsocket_recv_obj);
MP_DECLARE_CONST_FUN_OBJ_VAR_BETWEEN(modsocket_recvfrom_obj);
MP_DECLARE_CONST_FUN_OBJ_VAR_BETWEEN(modsocket_recv_into_obj);
MP_DECLARE_CONST_FUN_OBJ_VAR_BETWEEN(modsocket_setsockopt_obj);
MP_DECLARE_CONST_FUN_OBJ_VAR_BETWEEN(modsocket_getsockopt_obj);
MP_DECLARE_CONST_FUN_OBJ_2(modsocket_settimeout_obj);
MP_DECLARE_CONST_FUN_OBJ_2(modsocket_setblocking_obj);
MP_DECLARE_CONST_FUN_OBJ_VAR_BETWEEN(modsocket_getaddrinfo_obj);
MP_DECLARE_CONST_FUN_OBJ_2(modsocket_inet_pton_obj);
MP_DECLARE_CONST_FUN_OBJ_2(modsocket_inet_ntop_obj);

#endif
