/*
 * ms_mpconfig.h: MicroPython's configuration of ports/qemu (MP_CONFIGFILE), and what a network
 * needs on top: time, select, asyncio, events and interrupts. MicroPython's own tree is not changed.
 */
#ifndef MS_MPCONFIG_H
#define MS_MPCONFIG_H

#include "mpconfigport.h"

/* ports/qemu sets these to 0, for it has no clock. We have. */
#undef MICROPY_PY_SELECT
#undef MICROPY_PY_TIME
#undef MICROPY_PY_ASYNCIO
#define MICROPY_PY_SELECT  (1)
#define MICROPY_PY_TIME    (1)
#define MICROPY_PY_ASYNCIO (1)

/* Error numbers are Linux's, as microsockets' are with MSOCK_OWN_ERRNO, and not newlib's. */
#define MICROPY_USE_INTERNAL_ERRNO (1)

/* The errors by name: `OSError: [Errno 111] ECONNREFUSED`. For the first of these MicroPython has
 * no numbers of its own. */
#define MP_EDESTADDRREQ  (89)
#define MP_EMSGSIZE      (90)
#define MP_ENOPROTOOPT   (92)
#define MP_EADDRNOTAVAIL (99)
#define MP_ENETUNREACH   (101)

/* clang-format off */
#define MICROPY_PY_ERRNO_LIST \
    X(EPERM) X(ENOENT) X(EINTR) X(EIO) X(EBADF) X(EAGAIN) X(ENOMEM) X(EACCES) X(EFAULT) \
    X(EEXIST) X(ENODEV) X(EISDIR) X(EINVAL) X(ENFILE) X(EMFILE) X(EPIPE) X(EDOM) \
    X(EDESTADDRREQ) X(EMSGSIZE) X(ENOPROTOOPT) X(EOPNOTSUPP) X(EAFNOSUPPORT) X(EADDRINUSE) \
    X(EADDRNOTAVAIL) X(ENETUNREACH) X(ECONNABORTED) X(ECONNRESET) X(ENOBUFS) X(EISCONN) \
    X(ENOTCONN) X(ETIMEDOUT) X(ECONNREFUSED) X(EHOSTUNREACH) X(EALREADY) X(EINPROGRESS)
/* clang-format on */

/* C functions that the tick schedules, see board_mp.c. */
#define MICROPY_SCHEDULER_STATIC_NODES (1)

/* Interrupt handlers use the scheduler. */
#include "cpu.h"

#define MICROPY_BEGIN_ATOMIC_SECTION()    cpu_irq_disable()
#define MICROPY_END_ATOMIC_SECTION(state) cpu_irq_restore(state)

#include "port_mp.h"

#define MICROPY_INTERNAL_EVENT_HOOK      modsocket_event_hook()
#define MICROPY_INTERNAL_WFE(timeout_ms) modsocket_wait((uint32_t)(timeout_ms))

#endif
