/*
 * test_address.c: bind and the socket's names: addresses of both families on their way in and out.
 */
#include "support.h"

static const char *own_name(int fd)
{
    static struct msock_sockaddr_storage addr;
    msock_socklen_t len = sizeof addr;

    assert_gives(msock_getsockname(fd, &addr.ss.sa, &len), 0);
    assert_int_equal(len, addr.ss.sa.sa_family == MSOCK_AF_INET ? LEN4 : LEN6);
    return text_of(&addr.ss.sa);
}

static const char *peer_name(int fd)
{
    static struct msock_sockaddr_storage addr;
    msock_socklen_t len = sizeof addr;

    assert_gives(msock_getpeername(fd, &addr.ss.sa, &len), 0);
    assert_int_equal(len, addr.ss.sa.sa_family == MSOCK_AF_INET ? LEN4 : LEN6);
    return text_of(&addr.ss.sa);
}

static bool is_v6only(int fd)
{
    int value = 0;
    msock_socklen_t len = sizeof value;

    assert_gives(msock_getsockopt(fd, MSOCK_IPPROTO_IPV6, MSOCK_IPV6_V6ONLY, &value, &len), 0);
    return value != 0;
}

/* ---- bind ---- */

static void bind_gives_a_socket_its_address(void **state)
{
    (void)state;
    const int fd = stream();
    assert_string_equal(own_name(fd), "0.0.0.0:0");
    assert_gives(msock_bind(fd, peer4(8080), LEN4), 0);
    assert_string_equal(own_name(fd), "192.0.2.1:8080");
}

static void bind_to_port_0_has_one_chosen(void **state)
{
    (void)state;
    const int fd = datagram();
    assert_gives(msock_bind(fd, peer4(0), LEN4), 0);
    assert_string_equal(own_name(fd), "192.0.2.1:49152");
    assert_fails(msock_bind(fd, peer4(80), LEN4), MSOCK_EINVAL);
}

static void an_ipv6_socket_binds_to_both_families(void **state)
{
    (void)state;
    if (!MSOCK_IPV6) {
        skip();
    }
    const int six = stream6();
    const int four = stream6();
    assert_string_equal(own_name(six), "[::]:0");
    assert_gives(msock_bind(six, peer6(80), LEN6), 0);
    assert_string_equal(own_name(six), "[2001:db8::1]:80");
    assert_gives(msock_bind(four, mapped_peer(80), LEN6), 0);
    assert_string_equal(own_name(four), "[::ffff:192.0.2.1]:80");
}

static void a_socket_is_bound_once(void **state)
{
    (void)state;
    assert_fails(msock_bind(bound_stream(), peer4(81), LEN4), MSOCK_EINVAL);
    assert_fails(msock_bind(connected_stream(), peer4(81), LEN4), MSOCK_EINVAL);
    assert_fails(msock_bind(connecting_stream(), peer4(81), LEN4), MSOCK_EINVAL);
    assert_fails(msock_bind(dead_stream(), peer4(81), LEN4), MSOCK_EINVAL);
    assert_fails(msock_bind(listening(), peer4(81), LEN4), MSOCK_EINVAL);
}

static void what_the_stack_refuses_is_told_and_can_be_tried_again(void **state)
{
    (void)state;
    const int fd = stream();
    fake_fail(1, -MSOCK_EADDRINUSE);
    assert_fails(msock_bind(fd, peer4(80), LEN4), MSOCK_EADDRINUSE);
    fake_fail(1, -MSOCK_EADDRNOTAVAIL);
    assert_fails(msock_bind(fd, peer4(80), LEN4), MSOCK_EADDRNOTAVAIL);
    assert_gives(msock_bind(fd, peer4(80), LEN4), 0);
}

static void a_bad_address_is_refused(void **state)
{
    (void)state;
    const int fd = stream();
    assert_fails(msock_bind(fd, NULL, LEN4), MSOCK_EFAULT);
    assert_fails(msock_bind(fd, peer4(80), LEN4 - 1), MSOCK_EINVAL);
    assert_fails(msock_bind(fd, peer4(80), 0), MSOCK_EINVAL);
    assert_fails(msock_bind(fd, peer6(80), LEN6), MSOCK_EAFNOSUPPORT);
    assert_gives(msock_bind(fd, peer4(80), LEN4), 0);
}

static void an_ipv6_address_may_come_without_its_scope(void **state)
{
    (void)state;
    if (!MSOCK_IPV6) {
        skip();
    }
    const msock_socklen_t shortest = offsetof(struct msock_sockaddr_in6, sin6_scope_id);
    const int fd = stream6();
    assert_fails(msock_bind(fd, peer6(80), shortest - 1), MSOCK_EINVAL);
    struct msock_sockaddr_in6 in6;
    memcpy(&in6, peer6(80), sizeof in6);
    in6.sin6_scope_id = 7;
    assert_gives(msock_bind(fd, (const struct msock_sockaddr *)(const void *)&in6, shortest), 0);
    assert_string_equal(own_name(fd), "[2001:db8::1]:80");
}

/* Linux: what is bound to one IPv6 address meets no IPv4 peers, and says so. */
static void an_ipv6_socket_that_is_bound_to_one_address_is_ipv6_only(void **state)
{
    (void)state;
    if (!MSOCK_IPV6) {
        skip();
    }
    const int on = 1;
    int fd = stream6();
    assert_gives(msock_setsockopt(fd, MSOCK_SOL_SOCKET, MSOCK_SO_REUSEADDR, &on, sizeof on), 0);
    assert_false(is_v6only(fd));
    fake_fail(1, -MSOCK_EADDRINUSE);
    assert_fails(msock_bind(fd, peer6(80), LEN6), MSOCK_EADDRINUSE);
    assert_false(is_v6only(fd));
    assert_gives(msock_bind(fd, peer6(80), LEN6), 0);
    assert_true(is_v6only(fd));
    assert_int_equal(core_get(fd)->options, STK_V6ONLY | STK_REUSEADDR);
    fd = stream6();
    assert_gives(msock_bind(fd, mapped_peer(80), LEN6), 0);
    assert_false(is_v6only(fd));
}

/* Linux, for old programs. */
static void a_wildcard_without_a_family_is_an_ipv4_address(void **state)
{
    (void)state;
    struct msock_sockaddr_storage addr;
    memset(&addr, 0, sizeof addr);
    addr.ss.in.sin_port = msock_htons(80);
    addr.ss.in.sin_addr.s_addr = 1;
    const int fd = stream();
    assert_fails(msock_bind(fd, &addr.ss.sa, LEN4), MSOCK_EAFNOSUPPORT);
    addr.ss.in.sin_addr.s_addr = 0;
    assert_gives(msock_bind(fd, &addr.ss.sa, LEN4), 0);
    assert_string_equal(own_name(fd), "0.0.0.0:80");
    if (MSOCK_IPV6) {
        assert_fails(msock_bind(stream6(), &addr.ss.sa, LEN6), MSOCK_EAFNOSUPPORT);
    }
}

static void the_scope_of_an_address_is_kept(void **state)
{
    (void)state;
    if (!MSOCK_IPV6) {
        skip();
    }
    const int fd = stream6();
    struct msock_sockaddr_in6 in6;
    memcpy(&in6, peer6(80), sizeof in6);
    in6.sin6_scope_id = 256;
    const struct msock_sockaddr *addr = (const struct msock_sockaddr *)(const void *)&in6;
    assert_fails(msock_bind(fd, addr, LEN6), MSOCK_EINVAL);
    in6.sin6_scope_id = 255;
    assert_gives(msock_bind(fd, addr, LEN6), 0);
    assert_string_equal(own_name(fd), "[2001:db8::1%255]:80");
}

/* ---- Names ---- */

static void a_connected_stream_has_two_names(void **state)
{
    (void)state;
    const int fd = connected_stream();
    assert_string_equal(own_name(fd), "0.0.0.0:49152");
    assert_string_equal(peer_name(fd), "192.0.2.1:80");
}

static void an_ipv6_stream_shows_its_peers_family(void **state)
{
    (void)state;
    if (!MSOCK_IPV6) {
        skip();
    }
    fake_peer_answers(0, 0);
    int fd = stream6();
    assert_gives(msock_connect(fd, mapped_peer(80), LEN6), 0);
    assert_string_equal(peer_name(fd), "[::ffff:192.0.2.1]:80");
    fd = stream6();
    assert_gives(msock_connect(fd, peer6(80), LEN6), 0);
    assert_string_equal(peer_name(fd), "[2001:db8::1]:80");
}

static void a_socket_without_a_peer_has_no_peers_name(void **state)
{
    (void)state;
    int (*const builders[])(void) = {stream,          bound_stream, connecting_stream,
                                     refused_stream,  listening,    dead_stream,
                                     finished_stream, reset_stream, datagram};
    struct msock_sockaddr_storage addr;
    msock_socklen_t len = sizeof addr;
    for (unsigned i = 0; i < sizeof builders / sizeof builders[0]; i++) {
        const int fd = builders[i]();
        assert_fails(msock_getpeername(fd, &addr.ss.sa, &len), MSOCK_ENOTCONN);
        assert_int_equal(len, sizeof addr);
        assert_gives(msock_close(fd), 0);
    }
}

static void every_socket_has_a_name_of_its_own(void **state)
{
    (void)state;
    struct msock_sockaddr_storage addr;
    msock_socklen_t len = sizeof addr;
    assert_gives(msock_getsockname(dead_stream(), &addr.ss.sa, &len), 0);
    assert_int_equal(len, LEN4);
    assert_int_equal(addr.ss.sa.sa_family, MSOCK_AF_INET);
    if (MSOCK_IPV6) {
        const int fd = stream6();
        fake_peer_answers(0, -MSOCK_ECONNRESET);
        assert_fails(msock_connect(fd, peer6(80), LEN6), MSOCK_ECONNREFUSED);
        assert_string_equal(own_name(fd), "[::]:0");
    }
}

static void a_name_is_cut_to_the_room_and_its_length_is_told(void **state)
{
    (void)state;
    const int fd = connected_stream();
    struct msock_sockaddr_storage addr;
    static const msock_socklen_t rooms[] = {0, 1, 4, 15, 16, 17};
    for (unsigned i = 0; i < sizeof rooms / sizeof rooms[0]; i++) {
        msock_socklen_t len = rooms[i];
        memset(&addr, 0x55, sizeof addr);
        assert_gives(msock_getpeername(fd, &addr.ss.sa, &len), 0);
        assert_int_equal(len, LEN4);
        const size_t cut = rooms[i] < LEN4 ? rooms[i] : LEN4;
        assert_memory_equal(&addr, peer4(80), cut);
        assert_int_equal(((uint8_t *)&addr)[cut], 0x55);
    }
}

static void null_is_efault(void **state)
{
    (void)state;
    const int fd = connected_stream();
    struct msock_sockaddr_storage addr;
    msock_socklen_t len = sizeof addr;
    assert_fails(msock_getsockname(fd, NULL, &len), MSOCK_EFAULT);
    assert_fails(msock_getsockname(fd, &addr.ss.sa, NULL), MSOCK_EFAULT);
    assert_fails(msock_getpeername(fd, NULL, &len), MSOCK_EFAULT);
    assert_fails(msock_getpeername(fd, &addr.ss.sa, NULL), MSOCK_EFAULT);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(bind_gives_a_socket_its_address),
        TEST(bind_to_port_0_has_one_chosen),
        TEST(an_ipv6_socket_binds_to_both_families),
        TEST(a_socket_is_bound_once),
        TEST(what_the_stack_refuses_is_told_and_can_be_tried_again),
        TEST(a_bad_address_is_refused),
        TEST(an_ipv6_address_may_come_without_its_scope),
        TEST(an_ipv6_socket_that_is_bound_to_one_address_is_ipv6_only),
        TEST(a_wildcard_without_a_family_is_an_ipv4_address),
        TEST(the_scope_of_an_address_is_kept),
        TEST(a_connected_stream_has_two_names),
        TEST(an_ipv6_stream_shows_its_peers_family),
        TEST(a_socket_without_a_peer_has_no_peers_name),
        TEST(every_socket_has_a_name_of_its_own),
        TEST(a_name_is_cut_to_the_room_and_its_length_is_told),
        TEST(null_is_efault),
    };
    return RUN_TESTS(tests);
}
