/*
 * test_datagram.c: datagram sockets: sending, receiving, peers, shutdown.
 */
#include "support.h"

static char buf[64];

static void a_datagram_comes_whole_with_its_sender(void **state)
{
    (void)state;
    const int fd = datagram();
    struct msock_sockaddr_storage addr;
    msock_socklen_t len = sizeof addr;
    datagram_arrives(4, fd, "one");
    datagram_arrives(4, fd, "two");
    assert_gives(msock_recvfrom(fd, buf, sizeof buf, 0, &addr.ss.sa, &len), 3);
    assert_memory_equal(buf, "one", 3);
    assert_int_equal(len, LEN4);
    assert_string_equal(text_of(&addr.ss.sa), "192.0.2.1:53");
    assert_receives(fd, "two");
    assert_int_equal(elapsed_ms(), 4);
}

static void an_ipv6_socket_sees_an_ipv4_sender_as_a_mapped_address(void **state)
{
    (void)state;
    if (!MSOCK_IPV6) {
        skip();
    }
    const int fd = datagram6();
    struct msock_sockaddr_storage addr;
    msock_socklen_t len = sizeof addr;
    datagram_arrives(0, fd, "x");
    assert_gives(msock_recvfrom(fd, buf, sizeof buf, 0, &addr.ss.sa, &len), 1);
    assert_string_equal(text_of(&addr.ss.sa), "[::ffff:192.0.2.1]:53");
    assert_int_equal(len, LEN6);
}

static void the_senders_address_is_cut_to_the_room_and_its_length_is_told(void **state)
{
    (void)state;
    const int fd = datagram();
    struct msock_sockaddr_storage addr;
    msock_socklen_t len = 4;
    memset(&addr, 0x55, sizeof addr);
    datagram_arrives(0, fd, "x");
    assert_gives(msock_recvfrom(fd, buf, sizeof buf, 0, &addr.ss.sa, &len), 1);
    assert_int_equal(len, LEN4);
    assert_memory_equal(&addr, peer4(53), 4);
    assert_int_equal(addr.ss.sa.sa_data[2], 0x55);
}

static void what_does_not_fit_is_dropped(void **state)
{
    (void)state;
    const int fd = datagram();
    memset(buf, '.', sizeof buf);
    datagram_arrives(0, fd, "abcdef");
    datagram_arrives(0, fd, "next");
    assert_gives(msock_recv(fd, buf, 4, 0), 4);
    assert_memory_equal(buf, "abcd.", 5);
    assert_receives(fd, "next");
}

static void trunc_tells_the_real_length(void **state)
{
    (void)state;
    const int fd = datagram();
    datagram_arrives(0, fd, "abcdef");
    assert_gives(msock_recv(fd, buf, 4, MSOCK_MSG_TRUNC), 6);
    datagram_arrives(0, fd, "abcdef");
    assert_gives(msock_recv(fd, buf, 10, MSOCK_MSG_TRUNC), 6);
    datagram_arrives(0, fd, "abcdef");
    assert_fails(msock_recv(fd, NULL, 4, MSOCK_MSG_TRUNC), MSOCK_EFAULT);
    assert_gives(msock_recv(fd, NULL, 0, MSOCK_MSG_TRUNC), 6);
}

static void peek_leaves_the_datagram_in_the_queue(void **state)
{
    (void)state;
    const int fd = datagram();
    datagram_arrives(0, fd, "abcdef");
    assert_gives(msock_recv(fd, buf, 2, MSOCK_MSG_PEEK), 2);
    assert_gives(msock_recv(fd, buf, 2, MSOCK_MSG_PEEK | MSOCK_MSG_TRUNC), 6);
    assert_receives(fd, "abcdef");
    assert_fails(msock_recv(fd, buf, 2, MSOCK_MSG_DONTWAIT), MSOCK_EAGAIN);
}

static void waitall_gives_one_datagram(void **state)
{
    (void)state;
    const int fd = datagram();
    datagram_arrives(0, fd, "ab");
    datagram_arrives(0, fd, "cd");
    assert_gives(msock_recv(fd, buf, 4, MSOCK_MSG_WAITALL), 2);
}

static void an_empty_datagram_is_0_bytes_from_somebody(void **state)
{
    (void)state;
    const int fd = datagram();
    struct msock_sockaddr_storage addr;
    msock_socklen_t len = sizeof addr;
    datagram_arrives(2, fd, "");
    assert_gives(msock_recvfrom(fd, buf, sizeof buf, 0, &addr.ss.sa, &len), 0);
    assert_int_equal(len, LEN4);
    assert_fails(msock_recv(fd, buf, 2, MSOCK_MSG_DONTWAIT), MSOCK_EAGAIN);
}

static void a_time_out_ends_the_wait_for_a_datagram(void **state)
{
    (void)state;
    const int fd = datagram();
    set_timeout(fd, MSOCK_SO_RCVTIMEO, 12);
    assert_fails(msock_recv(fd, buf, 2, 0), MSOCK_EAGAIN);
    assert_int_equal(elapsed_ms(), 12);
}

/* ---- Sending ---- */

static void sendto_sends_to_its_address(void **state)
{
    (void)state;
    const int fd = datagram();
    assert_gives(msock_sendto(fd, "hello", 5, 0, peer4(7), LEN4), 5);
    assert_sent(fd, "hello");
    assert_int_equal(fake_sent_to(sk_of(fd))->port, 7);
    assert_int_equal(fake_sent_to(sk_of(fd))->family, 4);
    assert_memory_equal(fake_sent_to(sk_of(fd))->addr, "\xc0\x00\x02\x01", 4);
    assert_int_equal(fake_calls.runs, 0);
}

static void an_ipv6_socket_sends_to_both_families(void **state)
{
    (void)state;
    if (!MSOCK_IPV6) {
        skip();
    }
    const int fd = datagram6();
    assert_gives(msock_sendto(fd, "x", 1, 0, mapped_peer(7), LEN6), 1);
    assert_int_equal(fake_sent_to(sk_of(fd))->family, 4);
    assert_gives(msock_sendto(fd, "x", 1, 0, peer6(7), LEN6), 1);
    assert_int_equal(fake_sent_to(sk_of(fd))->family, 6);
    /* Linux takes a plain IPv4 address too. */
    assert_gives(msock_sendto(fd, "x", 1, 0, peer4(7), LEN4), 1);
    assert_int_equal(fake_sent_to(sk_of(fd))->family, 4);
    assert_fails(msock_sendto(fd, "x", 1, 0, peer4(7), LEN4 - 1), MSOCK_EINVAL);
}

static void an_empty_datagram_can_be_sent(void **state)
{
    (void)state;
    const int fd = connected_datagram();
    assert_gives(msock_send(fd, NULL, 0, 0), 0);
    assert_int_equal(fake_calls.sends, 1);
}

static void a_datagram_without_a_destination_is_refused(void **state)
{
    (void)state;
    assert_fails(msock_send(datagram(), "x", 1, 0), MSOCK_EDESTADDRREQ);
    assert_fails(msock_sendto(datagram(), "x", 1, 0, NULL, 0), MSOCK_EDESTADDRREQ);
}

static void a_bad_destination_is_refused(void **state)
{
    (void)state;
    const int fd = datagram();
    assert_fails(msock_sendto(fd, "x", 1, 0, peer4(0), LEN4), MSOCK_EINVAL);
    assert_fails(msock_sendto(fd, "x", 1, 0, peer4(7), LEN4 - 1), MSOCK_EINVAL);
    assert_fails(msock_sendto(fd, "x", 1, 0, peer6(7), LEN6), MSOCK_EAFNOSUPPORT);
    assert_int_equal(fake_calls.sends, 0);
}

static void what_the_stack_refuses_is_told_at_once(void **state)
{
    (void)state;
    static const char too_long[FAKE_MAX_BYTES + 1];
    const int fd = connected_datagram();
    assert_fails(msock_send(fd, too_long, sizeof too_long, 0), MSOCK_EMSGSIZE);
    fake_fail(1, -MSOCK_ENETUNREACH);
    assert_fails(msock_send(fd, "x", 1, 0), MSOCK_ENETUNREACH);
    assert_sends(fd, "x");
    assert_int_equal(fake_calls.runs, 0);
}

/* What earlier datagrams hold may be free after a run of the stack. */
static void a_datagram_that_finds_no_memory_is_tried_once_more(void **state)
{
    (void)state;
    const int fd = connected_datagram();
    fake_fail(1, -MSOCK_ENOBUFS);
    count_anew();
    assert_sends(fd, "x");
    assert_string_equal(port_test_trace(), "send run send ");
    fake_fail_all(-MSOCK_ENOBUFS);
    count_anew();
    assert_fails(msock_send(fd, "x", 1, 0), MSOCK_ENOBUFS);
    assert_string_equal(port_test_trace(), "send run send ");
    fake_fail_all(0);
    assert_sends(fd, "x");
}

static void a_datagram_to_the_wildcard_goes_to_this_machine(void **state)
{
    (void)state;
    const int fd = datagram();
    const struct msock_sockaddr_in any = {.sin_family = MSOCK_AF_INET, .sin_port = msock_htons(7)};
    struct msock_sockaddr_storage addr = {.ss.in = any};
    assert_gives(msock_sendto(fd, "x", 1, 0, &addr.ss.sa, LEN4), 1);
    assert_memory_equal(fake_sent_to(sk_of(fd))->addr, "\x7f\x00\x00\x01", 4);
    if (MSOCK_IPV6) {
        const int fd6 = datagram6();
        addr.ss.in6 =
            (struct msock_sockaddr_in6){.sin6_family = MSOCK_AF_INET6, .sin6_port = msock_htons(7)};
        assert_gives(msock_sendto(fd6, "x", 1, 0, &addr.ss.sa, LEN6), 1);
        assert_int_equal(fake_sent_to(sk_of(fd6))->addr[15], 1);
    }
}

/* ---- Peers ---- */

static void a_connected_datagram_socket_sends_to_its_peer(void **state)
{
    (void)state;
    const int fd = connected_datagram();
    struct msock_sockaddr_storage addr;
    msock_socklen_t len = sizeof addr;
    assert_sends(fd, "query");
    assert_int_equal(fake_sent_to(sk_of(fd))->port, 53);
    assert_gives(msock_getpeername(fd, &addr.ss.sa, &len), 0);
    assert_string_equal(text_of(&addr.ss.sa), "192.0.2.1:53");
}

static void connecting_a_datagram_socket_leaves_it_non_blocking(void **state)
{
    (void)state;
    const int fd = datagram();
    make_nonblocking(fd);
    assert_gives(msock_connect(fd, peer4(53), LEN4), 0);
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_EAGAIN);
}

static void a_datagram_socket_can_change_its_peer(void **state)
{
    (void)state;
    const int fd = connected_datagram();
    assert_gives(msock_connect(fd, peer4(54), LEN4), 0);
    assert_sends(fd, "query");
    assert_int_equal(fake_sent_to(sk_of(fd))->port, 54);
}

static void unspec_takes_the_peer_away(void **state)
{
    (void)state;
    const int fd = connected_datagram();
    struct msock_sockaddr_storage addr = {.ss.sa.sa_family = MSOCK_AF_UNSPEC};
    msock_socklen_t len = sizeof addr;
    assert_gives(msock_connect(fd, &addr.ss.sa, sizeof addr.ss.sa.sa_family), 0);
    assert_fails(msock_send(fd, "x", 1, 0), MSOCK_EDESTADDRREQ);
    assert_fails(msock_getpeername(fd, &addr.ss.sa, &len), MSOCK_ENOTCONN);
}

static void a_port_that_was_chosen_goes_with_the_peer_and_one_that_was_asked_for_stays(void **state)
{
    (void)state;
    const struct msock_sockaddr unspec = {.sa_family = MSOCK_AF_UNSPEC};
    const int fd = connected_datagram();
    assert_gives(msock_connect(fd, &unspec, sizeof unspec), 0);
    assert_gives(msock_bind(fd, peer4(80), LEN4), 0);
    assert_gives(msock_connect(fd, peer4(53), LEN4), 0);
    assert_gives(msock_connect(fd, &unspec, sizeof unspec), 0);
    assert_fails(msock_bind(fd, peer4(80), LEN4), MSOCK_EINVAL);
}

static void nobody_at_the_peers_port_is_told_once(void **state)
{
    (void)state;
    const int fd = connected_datagram();
    datagram_arrives(0, fd, "earlier");
    port_refuses(0, fd);
    settle();
    assert_int_equal(events_of(fd) & MSOCK_POLLERR, MSOCK_POLLERR);
    assert_fails(msock_recv(fd, buf, sizeof buf, 0), MSOCK_ECONNREFUSED);
    assert_receives(fd, "earlier");
    port_refuses(5, fd);
    assert_fails(msock_recv(fd, buf, sizeof buf, 0), MSOCK_ECONNREFUSED);
    port_refuses(0, fd);
    settle();
    assert_fails(msock_send(fd, "x", 1, 0), MSOCK_ECONNREFUSED);
    assert_sends(fd, "x");
    assert_int_equal(pending_error(fd), 0);
}

static void a_connect_that_fails_leaves_the_socket_without_a_peer(void **state)
{
    (void)state;
    const int fd = datagram();
    fake_fail(1, -MSOCK_ENETUNREACH);
    assert_fails(msock_connect(fd, peer4(53), LEN4), MSOCK_ENETUNREACH);
    assert_fails(msock_send(fd, "x", 1, 0), MSOCK_EDESTADDRREQ);
    assert_fails(msock_connect(fd, peer4(53), LEN4 - 1), MSOCK_EINVAL);
    assert_gives(msock_connect(fd, peer4(53), LEN4), 0);
}

static void a_datagram_socket_that_sends_or_connects_is_bound(void **state)
{
    (void)state;
    int fd = connected_datagram();
    assert_fails(msock_bind(fd, peer4(80), LEN4), MSOCK_EINVAL);
    fd = datagram();
    assert_gives(msock_sendto(fd, "x", 1, 0, peer4(7), LEN4), 1);
    assert_fails(msock_bind(fd, peer4(80), LEN4), MSOCK_EINVAL);
}

static void datagram_sockets_neither_listen_nor_accept(void **state)
{
    (void)state;
    assert_fails(msock_listen(datagram(), 1), MSOCK_EOPNOTSUPP);
    assert_fails(msock_accept(datagram(), NULL, NULL), MSOCK_EOPNOTSUPP);
}

/* ---- Shutdown ---- */

static void after_shutdown_for_writing_send_gives_epipe(void **state)
{
    (void)state;
    const int fd = connected_datagram();
    assert_gives(msock_shutdown(fd, MSOCK_SHUT_WR), 0);
    assert_fails(msock_send(fd, "x", 1, 0), MSOCK_EPIPE);
    datagram_arrives(1, fd, "still");
    assert_receives(fd, "still");
}

static void after_shutdown_for_reading_recv_gives_the_rest_and_then_0(void **state)
{
    (void)state;
    const int fd = connected_datagram();
    datagram_arrives(0, fd, "rest");
    settle();
    assert_gives(msock_shutdown(fd, MSOCK_SHUT_RD), 0);
    assert_receives(fd, "rest");
    assert_gives(msock_recv(fd, buf, 1, 0), 0);
    assert_sends(fd, "x");
}

/* Linux does so, and tells that there is no peer. */
static void without_a_peer_it_is_shut_down_all_the_same(void **state)
{
    (void)state;
    const int fd = datagram();
    assert_fails(msock_shutdown(fd, MSOCK_SHUT_RDWR), MSOCK_ENOTCONN);
    assert_gives(msock_recv(fd, buf, 1, 0), 0);
    assert_fails(msock_sendto(fd, "x", 1, 0, peer4(7), LEN4), MSOCK_EPIPE);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_datagram_comes_whole_with_its_sender),
        TEST(an_ipv6_socket_sees_an_ipv4_sender_as_a_mapped_address),
        TEST(the_senders_address_is_cut_to_the_room_and_its_length_is_told),
        TEST(what_does_not_fit_is_dropped),
        TEST(trunc_tells_the_real_length),
        TEST(peek_leaves_the_datagram_in_the_queue),
        TEST(waitall_gives_one_datagram),
        TEST(an_empty_datagram_is_0_bytes_from_somebody),
        TEST(a_time_out_ends_the_wait_for_a_datagram),
        TEST(sendto_sends_to_its_address),
        TEST(an_ipv6_socket_sends_to_both_families),
        TEST(an_empty_datagram_can_be_sent),
        TEST(a_datagram_without_a_destination_is_refused),
        TEST(a_bad_destination_is_refused),
        TEST(what_the_stack_refuses_is_told_at_once),
        TEST(a_datagram_that_finds_no_memory_is_tried_once_more),
        TEST(a_datagram_to_the_wildcard_goes_to_this_machine),
        TEST(a_connected_datagram_socket_sends_to_its_peer),
        TEST(connecting_a_datagram_socket_leaves_it_non_blocking),
        TEST(a_datagram_socket_can_change_its_peer),
        TEST(unspec_takes_the_peer_away),
        TEST(a_port_that_was_chosen_goes_with_the_peer_and_one_that_was_asked_for_stays),
        TEST(nobody_at_the_peers_port_is_told_once),
        TEST(a_connect_that_fails_leaves_the_socket_without_a_peer),
        TEST(a_datagram_socket_that_sends_or_connects_is_bound),
        TEST(datagram_sockets_neither_listen_nor_accept),
        TEST(after_shutdown_for_writing_send_gives_epipe),
        TEST(after_shutdown_for_reading_recv_gives_the_rest_and_then_0),
        TEST(without_a_peer_it_is_shut_down_all_the_same),
    };
    return RUN_TESTS(tests);
}
