/*
 * modsocket_io.c: the methods of MicroPython's sockets that move bytes, and the stream protocol, by
 * which select, asyncio and read(), readline(), write() reach a socket.
 */
#include "py/runtime.h"
#include "py/stream.h"
#include "modsocket.h"

/* ---- Sending -------------------------------------------------------------------------------- */

static int flags_argument(size_t n_args, const mp_obj_t *args, size_t i)
{
    return i < n_args ? mp_obj_get_int(args[i]) : 0;
}

/* send(bytes[, flags]) -> count */
static mp_obj_t send_method(size_t n_args, const mp_obj_t *args)
{
    struct modsocket_obj *self = MP_OBJ_TO_PTR(args[0]);
    mp_buffer_info_t data;
    mp_get_buffer_raise(args[1], &data, MP_BUFFER_READ);
    int flags = flags_argument(n_args, args, 2);
    return mp_obj_new_int_from_uint(
        modsocket_check(self, msock_send(self->fd, data.buf, data.len, flags)));
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(modsocket_send_obj, 2, 3, send_method);

/* sendall(bytes[, flags]): all of it, or an exception. A short count of a blocking call has a cause
 * (time-out, interruption, error) that the next call tells; on a socket with a time-out that one
 * must not wait again. */
static mp_obj_t sendall_method(size_t n_args, const mp_obj_t *args)
{
    struct modsocket_obj *self = MP_OBJ_TO_PTR(args[0]);
    mp_buffer_info_t data;
    mp_get_buffer_raise(args[1], &data, MP_BUFFER_READ);
    int flags = flags_argument(n_args, args, 2);
    size_t done = modsocket_check(self, msock_send(self->fd, data.buf, data.len, flags));
    if (self->mode == MODSOCKET_TIMED) {
        flags |= MSOCK_MSG_DONTWAIT;
    }
    while (done < data.len) {
        mp_handle_pending(true);
        const char *rest = (const char *)data.buf + done;
        done += modsocket_check(self, msock_send(self->fd, rest, data.len - done, flags));
    }
    return mp_const_none;
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(modsocket_sendall_obj, 2, 3, sendall_method);

/* sendto(bytes, address) or sendto(bytes, flags, address) -> count */
static mp_obj_t sendto_method(size_t n_args, const mp_obj_t *args)
{
    struct modsocket_obj *self = MP_OBJ_TO_PTR(args[0]);
    mp_buffer_info_t data;
    mp_get_buffer_raise(args[1], &data, MP_BUFFER_READ);
    int flags = flags_argument(n_args - 1, args, 2);
    struct modsocket_addr addr;
    modsocket_addr_from_obj(self->family, args[n_args - 1], &addr);
    msock_ssize_t n =
        msock_sendto(self->fd, data.buf, data.len, flags, &addr.sockaddr.ss.sa, addr.len);
    return mp_obj_new_int_from_uint(modsocket_check(self, n));
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(modsocket_sendto_obj, 3, 4, sendto_method);

/* ---- Receiving ------------------------------------------------------------------------------ */

/* Receives into a new bytes object, and tells the sender unless addr is NULL. */
static mp_obj_t receive_bytes(size_t n_args, const mp_obj_t *args, struct modsocket_addr *addr)
{
    struct modsocket_obj *self = MP_OBJ_TO_PTR(args[0]);
    mp_int_t size = mp_obj_get_int(args[1]);
    int flags = flags_argument(n_args, args, 2);
    if (size < 0) {
        mp_raise_ValueError(MP_ERROR_TEXT("negative buffersize in recv"));
    }
    /* With MSG_TRUNC the count is not that of the bytes in the buffer. */
    if (flags & MSOCK_MSG_TRUNC) {
        mp_raise_OSError(MSOCK_EOPNOTSUPP);
    }
    vstr_t vstr;
    vstr_init_len(&vstr, size);
    if (addr == NULL) {
        vstr.len = modsocket_check(self, msock_recv(self->fd, vstr.buf, size, flags));
    } else {
        addr->len = sizeof addr->sockaddr;
        vstr.len = modsocket_check(self, msock_recvfrom(self->fd, vstr.buf, size, flags,
                                                        &addr->sockaddr.ss.sa, &addr->len));
    }
    return mp_obj_new_bytes_from_vstr(&vstr);
}

/* recv(size[, flags]) -> bytes */
static mp_obj_t recv_method(size_t n_args, const mp_obj_t *args)
{
    return receive_bytes(n_args, args, NULL);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(modsocket_recv_obj, 2, 3, recv_method);

/* recvfrom(size[, flags]) -> (bytes, address) */
static mp_obj_t recvfrom_method(size_t n_args, const mp_obj_t *args)
{
    struct modsocket_addr addr;
    mp_obj_t pair[2];
    pair[0] = receive_bytes(n_args, args, &addr);
    pair[1] = modsocket_addr_to_obj(&addr);
    return mp_obj_new_tuple(2, pair);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(modsocket_recvfrom_obj, 2, 3, recvfrom_method);

/* recv_into(buffer[, size[, flags]]) -> count. A size of 0 is that of the buffer. */
static mp_obj_t recv_into_method(size_t n_args, const mp_obj_t *args)
{
    struct modsocket_obj *self = MP_OBJ_TO_PTR(args[0]);
    mp_buffer_info_t room;
    mp_get_buffer_raise(args[1], &room, MP_BUFFER_WRITE);
    mp_int_t size = n_args > 2 ? mp_obj_get_int(args[2]) : 0;
    if (size < 0 || (size_t)size > room.len) {
        mp_raise_ValueError(MP_ERROR_TEXT("size is not that of a part of the buffer"));
    }
    int flags = flags_argument(n_args, args, 3);
    msock_ssize_t n = msock_recv(self->fd, room.buf, size != 0 ? (size_t)size : room.len, flags);
    return mp_obj_new_int_from_uint(modsocket_check(self, n));
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(modsocket_recv_into_obj, 2, 4, recv_into_method);

/* ---- The stream protocol -------------------------------------------------------------------- */

static mp_uint_t stream_result(const struct modsocket_obj *self, msock_ssize_t result, int *errcode)
{
    if (result < 0) {
        *errcode = modsocket_error(self);
        return MP_STREAM_ERROR;
    }
    return (mp_uint_t)result;
}

static mp_uint_t stream_read(mp_obj_t self_in, void *buf, mp_uint_t size, int *errcode)
{
    struct modsocket_obj *self = MP_OBJ_TO_PTR(self_in);
    return stream_result(self, msock_recv(self->fd, buf, size, 0), errcode);
}

static mp_uint_t stream_write(mp_obj_t self_in, const void *buf, mp_uint_t size, int *errcode)
{
    struct modsocket_obj *self = MP_OBJ_TO_PTR(self_in);
    return stream_result(self, msock_send(self->fd, buf, size, 0), errcode);
}

/* The events of MP_STREAM_POLL have the numbers of the library's, which are Linux's. */
static mp_uint_t stream_poll(struct modsocket_obj *self, uintptr_t events, int *errcode)
{
    if (self->fd < 0) {
        return MP_STREAM_POLL_NVAL;
    }
    struct msock_pollfd entry = {self->fd, (short)(events & (MSOCK_POLLIN | MSOCK_POLLOUT)), 0};
    msock_ssize_t result = msock_poll(&entry, 1, 0);
    return result < 0 ? stream_result(self, result, errcode) : (mp_uint_t)entry.revents;
}

/* Also the finaliser's way. The descriptor is forgotten first: it is gone, whatever close() says.
 */
static mp_uint_t stream_close(struct modsocket_obj *self, int *errcode)
{
    int fd = self->fd;
    self->fd = -1;
    return fd < 0 ? 0 : stream_result(self, msock_close(fd), errcode);
}

static mp_uint_t stream_ioctl(mp_obj_t self_in, mp_uint_t request, uintptr_t arg, int *errcode)
{
    struct modsocket_obj *self = MP_OBJ_TO_PTR(self_in);
    switch (request) {
    case MP_STREAM_POLL:
        return stream_poll(self, arg, errcode);
    case MP_STREAM_CLOSE:
        return stream_close(self, errcode);
    default:
        *errcode = MSOCK_EINVAL;
        return MP_STREAM_ERROR;
    }
}

const mp_stream_p_t modsocket_stream_p = {
    .read = stream_read,
    .write = stream_write,
    .ioctl = stream_ioctl,
};
