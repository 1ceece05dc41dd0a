/*
 * modsocket.c: MicroPython's `socket` module (and `usocket`) over microsockets: the class, what
 * makes and connects sockets, and the tables. Bytes are moved in modsocket_io.c, options in
 * modsocket_option.c, addresses converted in modsocket_addr.c.
 *
 * The module converts types. It may assume one thread of control, and that a call of the library
 * never jumps away: exceptions that come up while a call waits are raised here, after it has
 * returned EINTR.
 */
#include "py/gc.h"
#include "py/runtime.h"
#include "py/stream.h"
#include "microsockets/msock_net.h"
#include "modsocket.h"

#if MICROPY_PY_SOCKET || MICROPY_PY_LWIP
#error "the port has a socket module already: build with MICROPY_PY_SOCKET=0 MICROPY_PY_LWIP=0"
#endif

static const mp_obj_type_t socket_type;

/* ---- Errors --------------------------------------------------------------------------------- */

int modsocket_error(const struct modsocket_obj *self)
{
    int error = msock_errno;
    modsocket_raise_pending();
    if (self->mode == MODSOCKET_TIMED && (error == MSOCK_EAGAIN || error == MSOCK_EINPROGRESS)) {
        return MSOCK_ETIMEDOUT;
    }
    return error;
}

mp_uint_t modsocket_check(const struct modsocket_obj *self, msock_ssize_t result)
{
    if (result < 0) {
        mp_raise_OSError(modsocket_error(self));
    }
    return (mp_uint_t)result;
}

/* After a failure: were sockets all in use, and could garbage be what holds them? Then it is
 * collected, which closes them, and the call deserves another try. The stack has a run in between,
 * for a connection needs its control block until both ends have closed it. */
static bool collected_for(int result)
{
    int error = msock_errno;
    if (result >= 0 || (error != MSOCK_EMFILE && error != MSOCK_ENFILE && error != MSOCK_ENOBUFS)) {
        return false;
    }
    gc_collect();
    msock_run();
    return true;
}

/* ---- Making and ending ---------------------------------------------------------------------- */

/* The object comes before its descriptor: if there is no memory for it, nothing is left open. */
static struct modsocket_obj *socket_new(int family)
{
    struct modsocket_obj *self = mp_obj_malloc_with_finaliser(struct modsocket_obj, &socket_type);
    self->fd = -1;
    self->family = (uint8_t)family;
    self->mode = MODSOCKET_BLOCKING;
    return self;
}

/* socket(family=AF_INET, type=SOCK_STREAM, proto=0) */
static mp_obj_t socket_make_new(const mp_obj_type_t *type, size_t n_args, size_t n_kw,
                                const mp_obj_t *args)
{
    (void)type;
    mp_arg_check_num(n_args, n_kw, 0, 3, false);
    int family = n_args > 0 ? mp_obj_get_int(args[0]) : MSOCK_AF_INET;
    int socktype = n_args > 1 ? mp_obj_get_int(args[1]) : MSOCK_SOCK_STREAM;
    int proto = n_args > 2 ? mp_obj_get_int(args[2]) : 0;
    struct modsocket_obj *self = socket_new(family);
    self->fd = msock_socket(family, socktype, proto);
    if (collected_for(self->fd)) {
        self->fd = msock_socket(family, socktype, proto);
    }
    modsocket_check(self, self->fd);
    if (socktype & MSOCK_SOCK_NONBLOCK) {
        self->mode = MODSOCKET_NONBLOCKING;
    }
    return MP_OBJ_FROM_PTR(self);
}

static void socket_print(const mp_print_t *print, mp_obj_t self_in, mp_print_kind_t kind)
{
    (void)kind;
    const struct modsocket_obj *self = MP_OBJ_TO_PTR(self_in);
    mp_printf(print, "<socket fd=%d>", self->fd);
}

static mp_obj_t socket_shutdown(mp_obj_t self_in, mp_obj_t how)
{
    struct modsocket_obj *self = MP_OBJ_TO_PTR(self_in);
    modsocket_check(self, msock_shutdown(self->fd, mp_obj_get_int(how)));
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(socket_shutdown_obj, socket_shutdown);

static mp_obj_t socket_fileno(mp_obj_t self_in)
{
    const struct modsocket_obj *self = MP_OBJ_TO_PTR(self_in);
    return MP_OBJ_NEW_SMALL_INT(self->fd);
}
static MP_DEFINE_CONST_FUN_OBJ_1(socket_fileno_obj, socket_fileno);

/* makefile([mode[, buffering]]): the socket is a stream itself, and has no buffer to be set. */
static mp_obj_t socket_makefile(size_t n_args, const mp_obj_t *args)
{
    (void)n_args;
    return args[0];
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(socket_makefile_obj, 1, 3, socket_makefile);

/* ---- Connections ---------------------------------------------------------------------------- */

static mp_obj_t socket_bind(mp_obj_t self_in, mp_obj_t address)
{
    struct modsocket_obj *self = MP_OBJ_TO_PTR(self_in);
    struct modsocket_addr addr;
    modsocket_addr_from_obj(self->family, address, &addr);
    modsocket_check(self, msock_bind(self->fd, &addr.sockaddr.ss.sa, addr.len));
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(socket_bind_obj, socket_bind);

static mp_obj_t socket_connect(mp_obj_t self_in, mp_obj_t address)
{
    struct modsocket_obj *self = MP_OBJ_TO_PTR(self_in);
    struct modsocket_addr addr;
    modsocket_addr_from_obj(self->family, address, &addr);
    modsocket_check(self, msock_connect(self->fd, &addr.sockaddr.ss.sa, addr.len));
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_2(socket_connect_obj, socket_connect);

/* listen([backlog]): a negative one counts as 0, as in CPython. */
static mp_obj_t socket_listen(size_t n_args, const mp_obj_t *args)
{
    struct modsocket_obj *self = MP_OBJ_TO_PTR(args[0]);
    mp_int_t backlog = n_args > 1 ? mp_obj_get_int(args[1]) : 2;
    int result = msock_listen(self->fd, MAX(backlog, 0));
    if (collected_for(result)) {
        result = msock_listen(self->fd, MAX(backlog, 0));
    }
    modsocket_check(self, result);
    return mp_const_none;
}
static MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(socket_listen_obj, 1, 2, socket_listen);

static int accept_once(const struct modsocket_obj *self, struct modsocket_addr *peer)
{
    peer->len = sizeof peer->sockaddr;
    return msock_accept(self->fd, &peer->sockaddr.ss.sa, &peer->len);
}

/* accept() -> (socket, address). The new socket has the listener's time-out, but is blocking if the
 * listener is not, as the library has it. */
static mp_obj_t socket_accept(mp_obj_t self_in)
{
    struct modsocket_obj *self = MP_OBJ_TO_PTR(self_in);
    struct modsocket_obj *client = socket_new(self->family);
    client->mode = self->mode == MODSOCKET_TIMED ? MODSOCKET_TIMED : MODSOCKET_BLOCKING;
    struct modsocket_addr peer;
    client->fd = accept_once(self, &peer);
    if (collected_for(client->fd)) {
        client->fd = accept_once(self, &peer);
    }
    modsocket_check(self, client->fd);
    mp_obj_t pair[2] = {MP_OBJ_FROM_PTR(client), modsocket_addr_to_obj(&peer)};
    return mp_obj_new_tuple(2, pair);
}
static MP_DEFINE_CONST_FUN_OBJ_1(socket_accept_obj, socket_accept);

typedef int (*name_call)(int fd, struct msock_sockaddr *addr, msock_socklen_t *len);

static mp_obj_t name_to_obj(mp_obj_t self_in, name_call call)
{
    struct modsocket_obj *self = MP_OBJ_TO_PTR(self_in);
    struct modsocket_addr addr = {.len = sizeof addr.sockaddr};
    modsocket_check(self, call(self->fd, &addr.sockaddr.ss.sa, &addr.len));
    return modsocket_addr_to_obj(&addr);
}

static mp_obj_t socket_getsockname(mp_obj_t self_in)
{
    return name_to_obj(self_in, msock_getsockname);
}
static MP_DEFINE_CONST_FUN_OBJ_1(socket_getsockname_obj, socket_getsockname);

static mp_obj_t socket_getpeername(mp_obj_t self_in)
{
    return name_to_obj(self_in, msock_getpeername);
}
static MP_DEFINE_CONST_FUN_OBJ_1(socket_getpeername_obj, socket_getpeername);

/* ---- Tables --------------------------------------------------------------------------------- */

/* clang-format off */
static const mp_rom_map_elem_t socket_locals_dict_table[] = {
    { MP_ROM_QSTR(MP_QSTR___del__), MP_ROM_PTR(&mp_stream_close_obj) },
    { MP_ROM_QSTR(MP_QSTR___enter__), MP_ROM_PTR(&mp_identity_obj) },
    { MP_ROM_QSTR(MP_QSTR___exit__), MP_ROM_PTR(&mp_stream___exit___obj) },
    { MP_ROM_QSTR(MP_QSTR_accept), MP_ROM_PTR(&socket_accept_obj) },
    { MP_ROM_QSTR(MP_QSTR_bind), MP_ROM_PTR(&socket_bind_obj) },
    { MP_ROM_QSTR(MP_QSTR_close), MP_ROM_PTR(&mp_stream_close_obj) },
    { MP_ROM_QSTR(MP_QSTR_connect), MP_ROM_PTR(&socket_connect_obj) },
    { MP_ROM_QSTR(MP_QSTR_fileno), MP_ROM_PTR(&socket_fileno_obj) },
    { MP_ROM_QSTR(MP_QSTR_getpeername), MP_ROM_PTR(&socket_getpeername_obj) },
    { MP_ROM_QSTR(MP_QSTR_getsockname), MP_ROM_PTR(&socket_getsockname_obj) },
    { MP_ROM_QSTR(MP_QSTR_getsockopt), MP_ROM_PTR(&modsocket_getsockopt_obj) },
    { MP_ROM_QSTR(MP_QSTR_listen), MP_ROM_PTR(&socket_listen_obj) },
    { MP_ROM_QSTR(MP_QSTR_makefile), MP_ROM_PTR(&socket_makefile_obj) },
    { MP_ROM_QSTR(MP_QSTR_read), MP_ROM_PTR(&mp_stream_read_obj) },
    { MP_ROM_QSTR(MP_QSTR_readinto), MP_ROM_PTR(&mp_stream_readinto_obj) },
    { MP_ROM_QSTR(MP_QSTR_readline), MP_ROM_PTR(&mp_stream_unbuffered_readline_obj) },
    { MP_ROM_QSTR(MP_QSTR_recv), MP_ROM_PTR(&modsocket_recv_obj) },
    { MP_ROM_QSTR(MP_QSTR_recv_into), MP_ROM_PTR(&modsocket_recv_into_obj) },
    { MP_ROM_QSTR(MP_QSTR_recvfrom), MP_ROM_PTR(&modsocket_recvfrom_obj) },
    { MP_ROM_QSTR(MP_QSTR_send), MP_ROM_PTR(&modsocket_send_obj) },
    { MP_ROM_QSTR(MP_QSTR_sendall), MP_ROM_PTR(&modsocket_sendall_obj) },
    { MP_ROM_QSTR(MP_QSTR_sendto), MP_ROM_PTR(&modsocket_sendto_obj) },
    { MP_ROM_QSTR(MP_QSTR_setblocking), MP_ROM_PTR(&modsocket_setblocking_obj) },
    { MP_ROM_QSTR(MP_QSTR_setsockopt), MP_ROM_PTR(&modsocket_setsockopt_obj) },
    { MP_ROM_QSTR(MP_QSTR_settimeout), MP_ROM_PTR(&modsocket_settimeout_obj) },
    { MP_ROM_QSTR(MP_QSTR_shutdown), MP_ROM_PTR(&socket_shutdown_obj) },
    { MP_ROM_QSTR(MP_QSTR_write), MP_ROM_PTR(&mp_stream_write_obj) },
};
static MP_DEFINE_CONST_DICT(socket_locals_dict, socket_locals_dict_table);

static MP_DEFINE_CONST_OBJ_TYPE(
    socket_type,
    MP_QSTR_socket,
    MP_TYPE_FLAG_NONE,
    make_new, socket_make_new,
    print, socket_print,
    protocol, &modsocket_stream_p,
    locals_dict, &socket_locals_dict
    );

static const mp_rom_map_elem_t socket_globals_table[] = {
    { MP_ROM_QSTR(MP_QSTR___name__), MP_ROM_QSTR(MP_QSTR_socket) },
    { MP_ROM_QSTR(MP_QSTR_socket), MP_ROM_PTR(&socket_type) },
    { MP_ROM_QSTR(MP_QSTR_getaddrinfo), MP_ROM_PTR(&modsocket_getaddrinfo_obj) },
    { MP_ROM_QSTR(MP_QSTR_inet_ntop), MP_ROM_PTR(&modsocket_inet_ntop_obj) },
    { MP_ROM_QSTR(MP_QSTR_inet_pton), MP_ROM_PTR(&modsocket_inet_pton_obj) },

    { MP_ROM_QSTR(MP_QSTR_AF_INET), MP_ROM_INT(MSOCK_AF_INET) },
    { MP_ROM_QSTR(MP_QSTR_AF_INET6), MP_ROM_INT(MSOCK_AF_INET6) },
    { MP_ROM_QSTR(MP_QSTR_SOCK_STREAM), MP_ROM_INT(MSOCK_SOCK_STREAM) },
    { MP_ROM_QSTR(MP_QSTR_SOCK_DGRAM), MP_ROM_INT(MSOCK_SOCK_DGRAM) },
    { MP_ROM_QSTR(MP_QSTR_IPPROTO_IP), MP_ROM_INT(MSOCK_IPPROTO_IP) },
    { MP_ROM_QSTR(MP_QSTR_IPPROTO_IPV6), MP_ROM_INT(MSOCK_IPPROTO_IPV6) },
    { MP_ROM_QSTR(MP_QSTR_IPPROTO_TCP), MP_ROM_INT(MSOCK_IPPROTO_TCP) },
    { MP_ROM_QSTR(MP_QSTR_IPPROTO_UDP), MP_ROM_INT(MSOCK_IPPROTO_UDP) },
    { MP_ROM_QSTR(MP_QSTR_SOL_SOCKET), MP_ROM_INT(MSOCK_SOL_SOCKET) },
    { MP_ROM_QSTR(MP_QSTR_SO_ERROR), MP_ROM_INT(MSOCK_SO_ERROR) },
    { MP_ROM_QSTR(MP_QSTR_SO_KEEPALIVE), MP_ROM_INT(MSOCK_SO_KEEPALIVE) },
    { MP_ROM_QSTR(MP_QSTR_SO_REUSEADDR), MP_ROM_INT(MSOCK_SO_REUSEADDR) },
    { MP_ROM_QSTR(MP_QSTR_SO_TYPE), MP_ROM_INT(MSOCK_SO_TYPE) },
    { MP_ROM_QSTR(MP_QSTR_TCP_NODELAY), MP_ROM_INT(MSOCK_TCP_NODELAY) },
    { MP_ROM_QSTR(MP_QSTR_IPV6_V6ONLY), MP_ROM_INT(MSOCK_IPV6_V6ONLY) },
    { MP_ROM_QSTR(MP_QSTR_MSG_DONTWAIT), MP_ROM_INT(MSOCK_MSG_DONTWAIT) },
    { MP_ROM_QSTR(MP_QSTR_MSG_PEEK), MP_ROM_INT(MSOCK_MSG_PEEK) },
    { MP_ROM_QSTR(MP_QSTR_MSG_WAITALL), MP_ROM_INT(MSOCK_MSG_WAITALL) },
    { MP_ROM_QSTR(MP_QSTR_SHUT_RD), MP_ROM_INT(MSOCK_SHUT_RD) },
    { MP_ROM_QSTR(MP_QSTR_SHUT_WR), MP_ROM_INT(MSOCK_SHUT_WR) },
    { MP_ROM_QSTR(MP_QSTR_SHUT_RDWR), MP_ROM_INT(MSOCK_SHUT_RDWR) },
};
static MP_DEFINE_CONST_DICT(socket_globals, socket_globals_table);

const mp_obj_module_t modsocket_module = {
    .base = { &mp_type_module },
    .globals = (mp_obj_dict_t *)&socket_globals,
};

/* Extensible: `import usocket` gives the same module. */
MP_REGISTER_EXTENSIBLE_MODULE(MP_QSTR_socket, modsocket_module);
/* clang-format on */
