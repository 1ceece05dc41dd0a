/*
 * address.c: between the caller's socket addresses and the stack's endpoints. An IPv6 socket meets
 * IPv4 peers as IPv4-mapped addresses, ::ffff:a.b.c.d (RFC 4291, 2.5.5.2); below the core they are
 * plain IPv4.
 */
#include "core.h"

#include <string.h>

/* Linux takes an IPv6 address without its scope id too (RFC 2133's). */
#define IN6_SHORTEST offsetof(struct msock_sockaddr_in6, sin6_scope_id)

static const uint8_t mapped_prefix[12] = {[10] = 0xff, [11] = 0xff};

static int ipv4_in(const struct msock_sockaddr *addr, msock_socklen_t len,
                   struct stk_endpoint *endpoint)
{
    struct msock_sockaddr_in in;

    if (len < sizeof in) {
        return -MSOCK_EINVAL;
    }
    memset(endpoint, 0, sizeof *endpoint);
    memcpy(&in, addr, sizeof in);
    endpoint->family = 4;
    endpoint->port = msock_ntohs(in.sin_port);
    memcpy(endpoint->addr, &in.sin_addr, 4);
    return 0;
}

static int ipv6_in(const struct msock_sockaddr *addr, msock_socklen_t len,
                   struct stk_endpoint *endpoint)
{
    struct msock_sockaddr_in6 in6 = {0};

    if (len < IN6_SHORTEST) {
        return -MSOCK_EINVAL;
    }
    memset(endpoint, 0, sizeof *endpoint);
    memcpy(&in6, addr, len < sizeof in6 ? len : sizeof in6);
    endpoint->port = msock_ntohs(in6.sin6_port);
    const uint8_t *bytes = in6.sin6_addr.s6.s6_bytes;
    if (memcmp(bytes, mapped_prefix, sizeof mapped_prefix) == 0) {
        endpoint->family = 4;
        memcpy(endpoint->addr, bytes + sizeof mapped_prefix, 4);
        return 0;
    }
    endpoint->family = 6;
    memcpy(endpoint->addr, bytes, 16);
    if (in6.sin6_scope_id > UINT8_MAX) {
        return -MSOCK_EINVAL;
    }
    endpoint->scope_id = (uint8_t)in6.sin6_scope_id;
    return 0;
}

/* Linux, for old programs: an IPv4 socket takes a wildcard address whose family was left out. */
static bool is_wildcard_of_no_family(const struct core_sock *s, const struct msock_sockaddr *addr)
{
    struct msock_sockaddr_in in;

    if (s->family != 4 || addr->sa_family != MSOCK_AF_UNSPEC) {
        return false;
    }
    memcpy(&in, addr, sizeof in);
    return in.sin_addr.s_addr == MSOCK_INADDR_ANY;
}

int core_address_in(const struct core_sock *s, const struct msock_sockaddr *addr,
                    msock_socklen_t len, struct stk_endpoint *endpoint)
{
    const int family = s->family == 4 ? MSOCK_AF_INET : MSOCK_AF_INET6;

    /* The length comes first, as in Linux: with a wrong one the family may not even be there. */
    if (len < (s->family == 4 ? sizeof(struct msock_sockaddr_in) : IN6_SHORTEST)) {
        return -MSOCK_EINVAL;
    }
    if (!addr) {
        return -MSOCK_EFAULT;
    }
    if (addr->sa_family != family && !is_wildcard_of_no_family(s, addr)) {
        return -MSOCK_EAFNOSUPPORT;
    }
    return s->family == 4 ? ipv4_in(addr, len, endpoint) : ipv6_in(addr, len, endpoint);
}

int core_destination_in(const struct core_sock *s, const struct msock_sockaddr *addr,
                        msock_socklen_t len, struct stk_endpoint *endpoint)
{
    static const uint8_t any[16];
    const bool plain_ipv4 = s->family == 6 && s->type == STK_UDP && addr &&
                            len >= sizeof addr->sa_family && addr->sa_family == MSOCK_AF_INET;
    const int refused =
        plain_ipv4 ? ipv4_in(addr, len, endpoint) : core_address_in(s, addr, len, endpoint);

    if (refused) {
        return refused;
    }
    if (endpoint->family == 4 && (s->options & STK_V6ONLY)) {
        return -MSOCK_ENETUNREACH;
    }
    if (endpoint->family == 4 && memcmp(endpoint->addr, any, 4) == 0) {
        endpoint->addr[0] = 127;
        endpoint->addr[3] = 1;
    } else if (endpoint->family == 6 && memcmp(endpoint->addr, any, 16) == 0) {
        endpoint->addr[15] = 1;
    }
    return 0;
}

static msock_socklen_t ipv6_make(const struct stk_endpoint *endpoint,
                                 struct msock_sockaddr_in6 *in6)
{
    uint8_t *bytes = in6->sin6_addr.s6.s6_bytes;

    in6->sin6_family = MSOCK_AF_INET6;
    in6->sin6_port = msock_htons(endpoint->port);
    if (endpoint->family == 4) {
        memcpy(bytes, mapped_prefix, sizeof mapped_prefix);
        memcpy(bytes + sizeof mapped_prefix, endpoint->addr, 4);
    } else {
        memcpy(bytes, endpoint->addr, 16);
        in6->sin6_scope_id = endpoint->scope_id;
    }
    return sizeof *in6;
}

msock_socklen_t core_address_make(int family, const struct stk_endpoint *endpoint,
                                  struct msock_sockaddr_storage *storage)
{
    memset(storage, 0, sizeof *storage);
    if (family == 6) {
        return ipv6_make(endpoint, &storage->ss.in6);
    }
    storage->ss.in.sin_family = MSOCK_AF_INET;
    storage->ss.in.sin_port = msock_htons(endpoint->port);
    memcpy(&storage->ss.in.sin_addr, endpoint->addr, 4);
    return sizeof storage->ss.in;
}

void core_address_out(const struct core_sock *s, const struct stk_endpoint *endpoint,
                      struct msock_sockaddr *addr, msock_socklen_t *len)
{
    struct msock_sockaddr_storage storage;
    const msock_socklen_t whole = core_address_make(s->family, endpoint, &storage);

    memcpy(addr, &storage, *len < whole ? *len : whole);
    *len = whole;
}
