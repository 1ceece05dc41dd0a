/*
 * modsocket_option.c: the options and time-outs of MicroPython's sockets.
 */
#include <math.h>

#include "py/runtime.h"
#include "modsocket.h"

/* setsockopt(level, option, value): an int, or the bytes of the option's structure. */
static mp_obj_t setsockopt_method(size_t n_args, const mp_obj_t *args)
{
    (void)n_args;
    struct modsocket_obj *self = MP_OBJ_TO_PTR(args[0]);
    int level = mp_obj_get_int(args[1]);
    int option = mp_obj_get_int(args[2]);
    int number;
    mp_buffer_info_t value = {.buf = &number, .len = sizeof number};
    if (!mp_get_buffer(args[3], &value, MP_BUFFER_READ)) {
        number = mp_obj_get_int(args[3]);
        value.buf = &number;
        value.len = sizeof number;
    }
    modsocket_check(self, msock_setsockopt(self->fd, level, option, value.buf, value.len));
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(modsocket_setsockopt_obj, 4, 4, setsockopt_method);

/* More bytes than any option has. */
#define LONGEST_OPTION 1024

/* getsockopt(level, option[, size]) -> int, or with a size bytes */
static mp_obj_t getsockopt_method(size_t n_args, const mp_obj_t *args)
{
    struct modsocket_obj *self = MP_OBJ_TO_PTR(args[0]);
    int level = mp_obj_get_int(args[1]);
    int option = mp_obj_get_int(args[2]);
    int number = 0;
    msock_socklen_t len = sizeof number;
    if (n_args == 3) {
        modsocket_check(self, msock_getsockopt(self->fd, level, option, &number, &len));
        return mp_obj_new_int(number);
    }
    mp_int_t size = mp_obj_get_int(args[3]);
    if (size < 0 || size > LONGEST_OPTION) {
        mp_raise_ValueError(MP_ERROR_TEXT("size out of range"));
    }
    vstr_t vstr;
    len = (msock_socklen_t)size;
    vstr_init_len(&vstr, len);
    modsocket_check(self, msock_getsockopt(self->fd, level, option, vstr.buf, &len));
    vstr.len = len;
    return mp_obj_new_bytes_from_vstr(&vstr);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(modsocket_getsockopt_obj, 3, 4, getsockopt_method);

static void set_mode(struct modsocket_obj *self, enum modsocket_mode mode,
                     const struct msock_timeval *limit)
{
    int flags = mode == MODSOCKET_NONBLOCKING ? MSOCK_O_NONBLOCK : 0;
    modsocket_check(self, msock_fcntl(self->fd, MSOCK_F_SETFL, flags));
    static const int options[] = {MSOCK_SO_RCVTIMEO, MSOCK_SO_SNDTIMEO};
    for (size_t i = 0; i < MP_ARRAY_SIZE(options); i++) {
        modsocket_check(
            self, msock_setsockopt(self->fd, MSOCK_SOL_SOCKET, options[i], limit, sizeof *limit));
    }
    self->mode = (uint8_t)mode;
}

/* Longer than this many seconds is "for ever" for the library, and must not overflow on the way. */
#define LONGEST_SECONDS 4294968

#if MICROPY_PY_BUILTINS_FLOAT

static struct msock_timeval timeval_from_obj(mp_obj_t obj)
{
    mp_float_t seconds = mp_obj_get_float(obj);
    if (!(seconds >= 0)) { /* NaN is not, either */
        mp_raise_ValueError(MP_ERROR_TEXT("timeout must be non-negative"));
    }
    struct msock_timeval limit = {.tv_sec = LONGEST_SECONDS};
    if (seconds < LONGEST_SECONDS) {
        limit.tv_sec = (long)seconds;
        mp_float_t rest = seconds - (mp_float_t)limit.tv_sec;
        /* Rounded up, so that a time-out that is not 0 does not become it; and a whole second at
         * most, which is no count of microseconds. */
        limit.tv_usec =
            MIN((long)MICROPY_FLOAT_C_FUN(ceil)(rest * MICROPY_FLOAT_CONST(1e6)), 999999);
    }
    return limit;
}

#else

static struct msock_timeval timeval_from_obj(mp_obj_t obj)
{
    mp_int_t seconds = mp_obj_get_int(obj);
    if (seconds < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("timeout must be non-negative"));
    }
    return (struct msock_timeval){.tv_sec = MIN(seconds, LONGEST_SECONDS)};
}

#endif

/* settimeout(None: for ever, 0: do not wait, or seconds) */
static mp_obj_t settimeout_method(mp_obj_t self_in, mp_obj_t seconds)
{
    struct modsocket_obj *self = MP_OBJ_TO_PTR(self_in);
    struct msock_timeval limit = {0, 0};
    if (seconds == mp_const_none) {
        set_mode(self, MODSOCKET_BLOCKING, &limit);
        return mp_const_none;
    }
    limit = timeval_from_obj(seconds);
    bool none = limit.tv_sec == 0 && limit.tv_usec == 0;
    set_mode(self, none ? MODSOCKET_NONBLOCKING : MODSOCKET_TIMED, &limit);
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_2(modsocket_settimeout_obj, settimeout_method);

static mp_obj_t setblocking_method(mp_obj_t self_in, mp_obj_t blocking)
{
    bool block = mp_obj_is_true(blocking);
    return settimeout_method(self_in, block ? mp_const_none : MP_OBJ_NEW_SMALL_INT(0));
}
MP_DEFINE_CONST_FUN_OBJ_2(modsocket_setblocking_obj, setblocking_method);
