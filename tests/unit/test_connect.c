/*
 * test_connect.c: how a stream gets its peer: at once, later, or not.
 */
#include "support.h"

static int connect_to(int fd)
{
    return msock_connect(fd, peer4(80), LEN4);
}

static int unconnect(int fd)
{
    const struct msock_sockaddr unspec = {.sa_family = MSOCK_AF_UNSPEC};

    return msock_connect(fd, &unspec, sizeof unspec);
}

/* ---- Blocking ---- */

static void connect_waits_for_the_peers_answer(void **state)
{
    (void)state;
    const int fd = stream();
    fake_peer_answers(30, 0);
    assert_gives(connect_to(fd), 0);
    assert_int_equal(elapsed_ms(), 30);
    assert_sends(fd, "x");
    assert_fails(connect_to(fd), MSOCK_EISCONN);
}

static void connect_tells_that_it_was_refused(void **state)
{
    (void)state;
    const int fd = stream();
    fake_peer_answers(30, -MSOCK_ECONNRESET);
    assert_fails(connect_to(fd), MSOCK_ECONNREFUSED);
    assert_int_equal(elapsed_ms(), 30);
    assert_int_equal(pending_error(fd), 0);
}

static void connect_tells_that_the_peer_did_not_answer(void **state)
{
    (void)state;
    const int fd = stream();
    fake_peer_answers(75000, -MSOCK_ETIMEDOUT);
    assert_fails(connect_to(fd), MSOCK_ETIMEDOUT);
}

static void after_a_failure_one_can_try_again(void **state)
{
    (void)state;
    const int fd = stream();
    fake_peer_answers(1, -MSOCK_ECONNRESET);
    assert_fails(connect_to(fd), MSOCK_ECONNREFUSED);
    assert_fails(connect_to(fd), MSOCK_ECONNREFUSED);
    assert_int_equal(events_of(fd), MSOCK_POLLOUT | MSOCK_POLLWRNORM | MSOCK_POLLHUP);
    fake_peer_answers(1, 0);
    assert_gives(connect_to(fd), 0);
    assert_sends(fd, "x");
    bytes_arrive(1, fd, "y");
    assert_receives(fd, "y");
}

static void after_a_failure_one_can_bind_or_listen(void **state)
{
    (void)state;
    fake_peer_answers(1, -MSOCK_ECONNRESET);
    const int fd = stream();
    assert_fails(connect_to(fd), MSOCK_ECONNREFUSED);
    assert_gives(msock_bind(fd, peer4(81), LEN4), 0);
    assert_gives(msock_listen(fd, 1), 0);
}

static void a_failure_leaves_the_socket_non_blocking_if_it_was(void **state)
{
    (void)state;
    const int fd = refused_stream();
    make_nonblocking(fd);
    assert_fails(connect_to(fd), MSOCK_ECONNREFUSED);
    assert_int_equal(msock_fcntl(fd, MSOCK_F_GETFL, 0), MSOCK_O_RDWR | MSOCK_O_NONBLOCK);
}

static void the_send_time_out_ends_the_wait_and_not_the_attempt(void **state)
{
    (void)state;
    const int fd = stream();
    set_timeout(fd, MSOCK_SO_SNDTIMEO, 20);
    fake_peer_answers(50, 0);
    assert_fails(connect_to(fd), MSOCK_EINPROGRESS);
    assert_int_equal(elapsed_ms(), 20);
    assert_fails(connect_to(fd), MSOCK_EALREADY);
    assert_int_equal(elapsed_ms(), 40);
    assert_gives(connect_to(fd), 0);
    assert_int_equal(elapsed_ms(), 50);
    assert_fails(connect_to(fd), MSOCK_EISCONN);
}

static void the_receive_time_out_is_not_connects(void **state)
{
    (void)state;
    const int fd = stream();
    set_timeout(fd, MSOCK_SO_RCVTIMEO, 1);
    fake_peer_answers(50, 0);
    assert_gives(connect_to(fd), 0);
}

static void an_interruption_ends_the_wait_and_not_the_attempt(void **state)
{
    (void)state;
    const int fd = stream();
    fake_peer_answers(50, 0);
    port_test_interrupt_at(10);
    assert_fails(connect_to(fd), MSOCK_EINTR);
    assert_int_equal(events_of(fd), 0);
    assert_gives(connect_to(fd), 0);
    assert_int_equal(elapsed_ms(), 50);
}

/* ---- Non-blocking ---- */

static void a_non_blocking_connect_goes_on_by_itself(void **state)
{
    (void)state;
    const int fd = stream();
    make_nonblocking(fd);
    fake_peer_answers(50, 0);
    count_anew();
    assert_fails(connect_to(fd), MSOCK_EINPROGRESS);
    assert_int_equal(port_test.sleeps, 0);
    assert_fails(connect_to(fd), MSOCK_EALREADY);
    assert_int_equal(elapsed_ms(), 0);
    port_test.now_ms += 50;
    settle();
    assert_int_equal(pending_error(fd), 0);
    assert_gives(connect_to(fd), 0);
    assert_fails(connect_to(fd), MSOCK_EISCONN);
}

/* As programs expect, even where the peer is this machine. */
static void a_non_blocking_connect_is_in_progress_even_if_it_is_answered_at_once(void **state)
{
    (void)state;
    const int fd = stream();
    make_nonblocking(fd);
    fake_peer_answers(0, 0);
    assert_fails(connect_to(fd), MSOCK_EINPROGRESS);
    assert_gives(connect_to(fd), 0);
    assert_fails(connect_to(fd), MSOCK_EISCONN);
}

static void the_next_connect_tells_how_a_non_blocking_one_has_failed(void **state)
{
    (void)state;
    const int fd = refused_stream();
    assert_fails(connect_to(fd), MSOCK_ECONNREFUSED);
    fake_peer_answers(0, 0);
    assert_gives(connect_to(fd), 0);
}

static void so_error_tells_it_and_the_next_connect_only_that_it_failed(void **state)
{
    (void)state;
    const int fd = refused_stream();
    assert_int_equal(pending_error(fd), MSOCK_ECONNREFUSED);
    assert_int_equal(pending_error(fd), 0);
    assert_fails(connect_to(fd), MSOCK_ECONNABORTED);
    fake_peer_answers(0, 0);
    assert_gives(connect_to(fd), 0);
}

static void recv_and_send_tell_it_too(void **state)
{
    (void)state;
    char buf[1];
    int fd = refused_stream();
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_ECONNREFUSED);
    assert_gives(msock_recv(fd, buf, 1, 0), 0);
    fd = refused_stream();
    assert_fails(msock_send(fd, buf, 1, 0), MSOCK_ECONNREFUSED);
    assert_fails(msock_send(fd, buf, 1, 0), MSOCK_EPIPE);
}

static void a_connection_that_is_reset_before_connect_looks_is_told_as_reset(void **state)
{
    (void)state;
    const int fd = connecting_stream();
    fake_at(0, (struct fake_event){.what = FAKE_CONNECTED, .sk = sk_of(fd)});
    connection_fails(0, fd, -MSOCK_ECONNRESET);
    settle();
    assert_fails(connect_to(fd), MSOCK_ECONNRESET);
    fake_peer_answers(0, 0);
    assert_gives(connect_to(fd), 0);
}

/* ---- Refusals ---- */

static void a_stream_that_has_or_had_a_peer_gives_eisconn(void **state)
{
    (void)state;
    assert_fails(connect_to(accepted_stream()), MSOCK_EISCONN);
    assert_fails(connect_to(listening()), MSOCK_EISCONN);
    assert_fails(connect_to(dead_stream()), MSOCK_EISCONN);
}

static void a_bad_address_is_refused(void **state)
{
    (void)state;
    const int fd = stream();
    assert_fails(msock_connect(fd, NULL, LEN4), MSOCK_EFAULT);
    assert_fails(msock_connect(fd, peer4(80), 1), MSOCK_EINVAL);
    assert_fails(msock_connect(fd, peer4(80), LEN4 - 1), MSOCK_EINVAL);
    assert_fails(msock_connect(fd, peer6(80), LEN6), MSOCK_EAFNOSUPPORT);
    fake_peer_answers(0, 0);
    assert_gives(connect_to(fd), 0);
}

static void an_ipv6_stream_wants_an_ipv6_address(void **state)
{
    (void)state;
    if (!MSOCK_IPV6) {
        skip();
    }
    const int fd = stream6();
    fake_peer_answers(0, 0);
    assert_fails(msock_connect(fd, peer4(80), LEN4), MSOCK_EINVAL);
    assert_fails(msock_connect(fd, peer4(80), LEN6), MSOCK_EAFNOSUPPORT);
    assert_gives(msock_connect(fd, mapped_peer(80), LEN6), 0);
}

static void what_the_stack_refuses_is_told_and_can_be_tried_again(void **state)
{
    (void)state;
    static const int errors[] = {MSOCK_ENETUNREACH, MSOCK_EADDRNOTAVAIL, MSOCK_EADDRINUSE,
                                 MSOCK_ENOBUFS};
    const int fd = stream();
    fake_peer_answers(0, 0);
    for (unsigned i = 0; i < sizeof errors / sizeof errors[0]; i++) {
        fake_fail(1, -errors[i]);
        assert_fails(connect_to(fd), errors[i]);
    }
    assert_gives(connect_to(fd), 0);
}

static void the_wildcard_address_means_this_machine(void **state)
{
    (void)state;
    struct msock_sockaddr_storage addr;
    msock_socklen_t len = sizeof addr;
    const int fd = stream();
    fake_peer_answers(0, 0);
    memset(&addr, 0, sizeof addr);
    addr.ss.in.sin_family = MSOCK_AF_INET;
    addr.ss.in.sin_port = msock_htons(80);
    assert_gives(msock_connect(fd, &addr.ss.sa, LEN4), 0);
    assert_gives(msock_getpeername(fd, &addr.ss.sa, &len), 0);
    assert_string_equal(text_of(&addr.ss.sa), "127.0.0.1:80");
}

/* ---- Connecting to nobody (AF_UNSPEC) ---- */

static void unspec_resets_the_connection_and_says_so(void **state)
{
    (void)state;
    const int fd = connected_stream();
    count_anew();
    assert_gives(unconnect(fd), 0);
    assert_int_equal(fake_calls.aborts, 1);
    assert_int_equal(pending_error(fd), MSOCK_ECONNRESET);
    assert_fails(msock_send(fd, "x", 1, 0), MSOCK_EPIPE);
}

static void after_unspec_a_stream_can_connect_anew(void **state)
{
    (void)state;
    int (*const builders[])(void) = {connected_stream, dead_stream, finished_stream,
                                     connecting_stream, stream};
    for (unsigned i = 0; i < sizeof builders / sizeof builders[0]; i++) {
        const int fd = builders[i]();
        assert_gives(unconnect(fd), 0);
        fake_peer_answers(0, 0);
        assert_gives(connect_to(fd), 0);
        assert_sends(fd, "x");
    }
}

static void unspec_ends_listening_and_resets_the_queue(void **state)
{
    (void)state;
    struct msock_usage usage;
    const int fd = listening_with(2);
    count_anew();
    assert_gives(unconnect(fd), 0);
    assert_int_equal(fake_calls.aborts, 3);
    msock_get_usage(&usage);
    assert_int_equal(usage.sockets, 1);
    assert_int_equal(usage.tcp_blocks, 0);
    assert_fails(msock_accept(fd, NULL, NULL), MSOCK_EINVAL);
}

static void unconnect_fd(void *fd)
{
    assert_gives(unconnect(*(int *)fd), 0);
}

static void unspec_wakes_whoever_waits(void **state)
{
    (void)state;
    char buf[1];
    int fd = connected_stream();
    port_test_at(5, unconnect_fd, &fd);
    count_anew();
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_ECONNRESET);
    assert_int_equal(elapsed_ms(), 5);
    assert_true(port_test.wakes > 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(connect_waits_for_the_peers_answer),
        TEST(connect_tells_that_it_was_refused),
        TEST(connect_tells_that_the_peer_did_not_answer),
        TEST(after_a_failure_one_can_try_again),
        TEST(after_a_failure_one_can_bind_or_listen),
        TEST(a_failure_leaves_the_socket_non_blocking_if_it_was),
        TEST(the_send_time_out_ends_the_wait_and_not_the_attempt),
        TEST(the_receive_time_out_is_not_connects),
        TEST(an_interruption_ends_the_wait_and_not_the_attempt),
        TEST(a_non_blocking_connect_goes_on_by_itself),
        TEST(a_non_blocking_connect_is_in_progress_even_if_it_is_answered_at_once),
        TEST(the_next_connect_tells_how_a_non_blocking_one_has_failed),
        TEST(so_error_tells_it_and_the_next_connect_only_that_it_failed),
        TEST(recv_and_send_tell_it_too),
        TEST(a_connection_that_is_reset_before_connect_looks_is_told_as_reset),
        TEST(a_stream_that_has_or_had_a_peer_gives_eisconn),
        TEST(a_bad_address_is_refused),
        TEST(an_ipv6_stream_wants_an_ipv6_address),
        TEST(what_the_stack_refuses_is_told_and_can_be_tried_again),
        TEST(the_wildcard_address_means_this_machine),
        TEST(unspec_resets_the_connection_and_says_so),
        TEST(after_unspec_a_stream_can_connect_anew),
        TEST(unspec_ends_listening_and_resets_the_queue),
        TEST(unspec_wakes_whoever_waits),
    };
    return RUN_TESTS(tests);
}
