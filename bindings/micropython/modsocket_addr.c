/*
 * modsocket_addr.c: addresses between Python's tuples and struct msock_sockaddr, and the functions
 * of the module that give addresses: getaddrinfo, inet_pton, inet_ntop.
 */
#include <string.h>

#include "py/runtime.h"
#include "modsocket.h"

static uint16_t port_from_obj(mp_obj_t obj)
{
    mp_int_t port = mp_obj_get_int(obj);
    if (port < 0 || port > 0xffff) {
        mp_raise_msg(&mp_type_OverflowError, MP_ERROR_TEXT("port must be 0-65535"));
    }
    return (uint16_t)port;
}

/* getaddrinfo's failures keep their own, negative numbers, as in MicroPython's other ports: they
 * are no errno. Only EAI_SYSTEM points to one. */
static void check_lookup(int code)
{
    if (code == MSOCK_EAI_SYSTEM) {
        code = msock_errno; /* what is pending may run Python, and change it */
        modsocket_raise_pending();
    }
    if (code != 0) {
        mp_raise_OSError(code);
    }
}

/* The text of a port number, as getaddrinfo() wants it. */
static const char *port_to_str(mp_obj_t port, char text[8])
{
    vstr_t vstr;
    vstr_init_fixed_buf(&vstr, 8, text);
    vstr_printf(&vstr, "%u", (unsigned)port_from_obj(port));
    return vstr_null_terminated_str(&vstr);
}

/* The result list is a pool of the library's, and must be given back before anything raises. */
static void look_up(int family, const char *host, const char *port, struct modsocket_addr *addr)
{
    struct msock_addrinfo hints = {.ai_family = family, .ai_flags = MSOCK_AI_PASSIVE};
    hints.ai_socktype = MSOCK_SOCK_STREAM; /* one entry for each address */
    struct msock_addrinfo *list = NULL;
    check_lookup(msock_getaddrinfo(host[0] != '\0' ? host : NULL, port, &hints, &list));
    memcpy(&addr->sockaddr, list->ai_addr, list->ai_addrlen);
    addr->len = list->ai_addrlen;
    msock_freeaddrinfo(list);
}

void modsocket_addr_from_obj(int family, mp_obj_t tuple, struct modsocket_addr *addr)
{
    size_t n;
    mp_obj_t *items;
    mp_obj_get_array(tuple, &n, &items);
    if (n != 2 && !(n == 4 && family == MSOCK_AF_INET6)) {
        mp_raise_ValueError(MP_ERROR_TEXT("address must be (host, port)"));
    }
    char port[8];
    port_to_str(items[1], port);
    uint32_t flowinfo = n == 4 ? mp_obj_get_int_truncated(items[2]) : 0;
    uint32_t scope_id = n == 4 ? mp_obj_get_int_truncated(items[3]) : 0;
    look_up(family, mp_obj_str_get_str(items[0]), port, addr);
    if (family == MSOCK_AF_INET6) {
        struct msock_sockaddr_in6 *in6 = &addr->sockaddr.ss.in6;
        in6->sin6_flowinfo = msock_htonl(flowinfo);
        /* "fe80::1%2" has set it already, and a tuple of two has no say. */
        in6->sin6_scope_id = scope_id != 0 ? scope_id : in6->sin6_scope_id;
    }
}

static mp_obj_t host_to_obj(int family, const void *bytes)
{
    char text[MSOCK_INET6_ADDRSTRLEN];
    msock_inet_ntop(family, bytes, text, sizeof text);
    return mp_obj_new_str(text, strlen(text));
}

mp_obj_t modsocket_addr_to_obj(const struct modsocket_addr *addr)
{
    if (addr->len == 0) {
        return mp_const_none;
    }
    if (addr->sockaddr.ss.sa.sa_family != MSOCK_AF_INET6) {
        const struct msock_sockaddr_in *in = &addr->sockaddr.ss.in;
        mp_obj_t pair[2] = {host_to_obj(MSOCK_AF_INET, &in->sin_addr),
                            MP_OBJ_NEW_SMALL_INT(msock_ntohs(in->sin_port))};
        return mp_obj_new_tuple(2, pair);
    }
    const struct msock_sockaddr_in6 *in6 = &addr->sockaddr.ss.in6;
    mp_obj_t items[4] = {host_to_obj(MSOCK_AF_INET6, &in6->sin6_addr),
                         MP_OBJ_NEW_SMALL_INT(msock_ntohs(in6->sin6_port)),
                         mp_obj_new_int_from_uint(msock_ntohl(in6->sin6_flowinfo)),
                         mp_obj_new_int_from_uint(in6->sin6_scope_id)};
    return mp_obj_new_tuple(4, items);
}

static mp_obj_t addrinfo_to_obj(const struct msock_addrinfo *info)
{
    struct modsocket_addr addr = {.len = info->ai_addrlen};
    memcpy(&addr.sockaddr, info->ai_addr, info->ai_addrlen);
    mp_obj_t items[5] = {MP_OBJ_NEW_SMALL_INT(info->ai_family),
                         MP_OBJ_NEW_SMALL_INT(info->ai_socktype),
                         MP_OBJ_NEW_SMALL_INT(info->ai_protocol), MP_OBJ_NEW_QSTR(MP_QSTR_),
                         modsocket_addr_to_obj(&addr)};
    return mp_obj_new_tuple(5, items);
}

/* A list made of the library's list. Memory may run out half way: the pool's entries are given back
 * all the same. */
static mp_obj_t addrinfos_to_obj(struct msock_addrinfo *list)
{
    nlr_buf_t nlr;
    if (nlr_push(&nlr) != 0) {
        msock_freeaddrinfo(list);
        nlr_jump(nlr.ret_val);
    }
    mp_obj_t result = mp_obj_new_list(0, NULL);
    for (const struct msock_addrinfo *info = list; info != NULL; info = info->ai_next) {
        mp_obj_list_append(result, addrinfo_to_obj(info));
    }
    nlr_pop();
    msock_freeaddrinfo(list);
    return result;
}

static int int_argument(size_t n_args, const mp_obj_t *args, size_t i, int if_missing)
{
    return i < n_args ? mp_obj_get_int(args[i]) : if_missing;
}

/* getaddrinfo(host, port, family=0, type=SOCK_STREAM, proto=0, flags=0). The type is not 0, as in
 * CPython, because MicroPython's programs expect one entry for each address. */
static mp_obj_t modsocket_getaddrinfo(size_t n_args, const mp_obj_t *args)
{
    const char *host = args[0] == mp_const_none ? NULL : mp_obj_str_get_str(args[0]);
    char number[8];
    const char *port =
        mp_obj_is_str(args[1]) ? mp_obj_str_get_str(args[1]) : port_to_str(args[1], number);
    struct msock_addrinfo hints = {
        .ai_family = int_argument(n_args, args, 2, MSOCK_AF_UNSPEC),
        .ai_socktype = int_argument(n_args, args, 3, MSOCK_SOCK_STREAM),
        .ai_protocol = int_argument(n_args, args, 4, 0),
        .ai_flags = int_argument(n_args, args, 5, 0),
    };
    struct msock_addrinfo *list = NULL;
    check_lookup(msock_getaddrinfo(host, port, &hints, &list));
    return addrinfos_to_obj(list);
}
MP_DEFINE_CONST_FUN_OBJ_VAR_BETWEEN(modsocket_getaddrinfo_obj, 2, 6, modsocket_getaddrinfo);

static size_t bytes_of_family(int family)
{
    return family == MSOCK_AF_INET6 ? sizeof(struct msock_in6_addr) : sizeof(struct msock_in_addr);
}

static mp_obj_t modsocket_inet_pton(mp_obj_t family_in, mp_obj_t text)
{
    int family = mp_obj_get_int(family_in);
    struct msock_in6_addr bytes;
    int result = msock_inet_pton(family, mp_obj_str_get_str(text), &bytes);
    if (result < 0) {
        mp_raise_OSError(msock_errno);
    }
    if (result == 0) {
        mp_raise_OSError(MSOCK_EINVAL);
    }
    return mp_obj_new_bytes((const byte *)&bytes, bytes_of_family(family));
}
MP_DEFINE_CONST_FUN_OBJ_2(modsocket_inet_pton_obj, modsocket_inet_pton);

static mp_obj_t modsocket_inet_ntop(mp_obj_t family_in, mp_obj_t packed)
{
    int family = mp_obj_get_int(family_in);
    mp_buffer_info_t bytes;
    mp_get_buffer_raise(packed, &bytes, MP_BUFFER_READ);
    if (family != MSOCK_AF_INET && family != MSOCK_AF_INET6) {
        mp_raise_OSError(MSOCK_EAFNOSUPPORT);
    }
    if (bytes.len != bytes_of_family(family)) {
        mp_raise_ValueError(MP_ERROR_TEXT("invalid length of packed address"));
    }
    return host_to_obj(family, bytes.buf);
}
MP_DEFINE_CONST_FUN_OBJ_2(modsocket_inet_ntop_obj, modsocket_inet_ntop);
