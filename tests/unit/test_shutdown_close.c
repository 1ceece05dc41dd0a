/*
 * test_shutdown_close.c: ending one direction, both, and the socket; and who is told.
 */
#include "support.h"

static char buf[16];

/* ---- shutdown ---- */

static void shutdown_for_writing_sends_the_end_of_the_stream_once(void **state)
{
    (void)state;
    const int fd = connected_stream();
    assert_gives(msock_shutdown(fd, MSOCK_SHUT_RD), 0);
    assert_false(fake_is_shut(sk_of(fd)));
    assert_gives(msock_shutdown(fd, MSOCK_SHUT_WR), 0);
    assert_true(fake_is_shut(sk_of(fd)));
    assert_gives(msock_shutdown(fd, MSOCK_SHUT_WR), 0);
    assert_gives(msock_shutdown(fd, MSOCK_SHUT_RDWR), 0);
}

static void shutdown_of_both_ends_both(void **state)
{
    (void)state;
    const int fd = shut_stream(MSOCK_SHUT_RDWR);
    assert_true(fake_is_shut(sk_of(fd)));
    assert_fails(msock_send(fd, "x", 1, 0), MSOCK_EPIPE);
    assert_gives(msock_recv(fd, buf, 1, 0), 0);
}

static void after_want_of_memory_nothing_has_been_shut(void **state)
{
    (void)state;
    const int fd = connected_stream();
    fake_fail(1, -MSOCK_ENOBUFS);
    assert_fails(msock_shutdown(fd, MSOCK_SHUT_RDWR), MSOCK_ENOBUFS);
    assert_sends(fd, "x");
    bytes_arrive(1, fd, "y");
    assert_receives(fd, "y");
    assert_gives(msock_shutdown(fd, MSOCK_SHUT_RDWR), 0);
    assert_true(fake_is_shut(sk_of(fd)));
}

static void a_stream_without_a_connection_gives_enotconn(void **state)
{
    (void)state;
    const int idle = stream();
    const int dead = dead_stream();
    const int finished = finished_stream();
    for (int how = MSOCK_SHUT_RD; how <= MSOCK_SHUT_RDWR; how++) {
        assert_fails(msock_shutdown(idle, how), MSOCK_ENOTCONN);
        assert_fails(msock_shutdown(dead, how), MSOCK_ENOTCONN);
        assert_fails(msock_shutdown(finished, how), MSOCK_ENOTCONN);
    }
}

static void another_direction_is_refused(void **state)
{
    (void)state;
    const int fd = connected_stream();
    assert_fails(msock_shutdown(fd, -1), MSOCK_EINVAL);
    assert_fails(msock_shutdown(fd, 3), MSOCK_EINVAL);
    assert_fails(msock_shutdown(datagram(), 3), MSOCK_EINVAL);
    assert_sends(fd, "x");
}

static void whichever_side_ends_last_the_connection_is_over(void **state)
{
    (void)state;
    struct msock_sockaddr addr;
    msock_socklen_t len = sizeof addr;
    const int ours = finished_stream();
    assert_fails(msock_getpeername(ours, &addr, &len), MSOCK_ENOTCONN);
    const int theirs = shut_stream(MSOCK_SHUT_WR);
    assert_gives(msock_getpeername(theirs, &addr, &len), 0);
    peer_ends(0, theirs);
    settle();
    assert_fails(msock_getpeername(theirs, &addr, &len), MSOCK_ENOTCONN);
    assert_gives(msock_recv(theirs, buf, 1, 0), 0);
}

static void shutdown_of_a_listener_for_reading_ends_it(void **state)
{
    (void)state;
    const int fd = listening_with(2);
    assert_gives(msock_shutdown(fd, MSOCK_SHUT_WR), 0);
    const int accepted = msock_accept(fd, NULL, NULL);
    assert_true(accepted >= 0);
    count_anew();
    assert_gives(msock_shutdown(fd, MSOCK_SHUT_RD), 0);
    assert_true(fake_calls.aborts > 0);
    assert_fails(msock_accept(fd, NULL, NULL), MSOCK_EINVAL);
    assert_gives(msock_listen(fd, 1), 0);
    assert_sends(accepted, "x");
}

static void shutdown_gives_up_an_attempt_to_connect(void **state)
{
    (void)state;
    for (int how = MSOCK_SHUT_RD; how <= MSOCK_SHUT_RDWR; how++) {
        const int fd = connecting_stream();
        assert_gives(msock_shutdown(fd, how), 0);
        fake_peer_answers(0, 0);
        assert_gives(msock_connect(fd, peer4(80), LEN4), 0);
        assert_gives(msock_close(fd), 0);
        fake_peer_answers(FAKE_NEVER, 0);
    }
}

/* ---- shutdown under a call that waits ---- */

struct job {
    int fd;
    int how;
};

static void shut(void *arg)
{
    const struct job *job = arg;

    assert_gives(msock_shutdown(job->fd, job->how), 0);
}

static void a_recv_that_waits_meets_the_end(void **state)
{
    (void)state;
    struct job job = {connected_stream(), MSOCK_SHUT_RD};
    port_test_at(5, shut, &job);
    count_anew();
    assert_gives(msock_recv(job.fd, buf, 1, 0), 0);
    assert_int_equal(elapsed_ms(), 5);
    assert_true(port_test.wakes > 0);
}

static void a_send_that_waits_gets_epipe(void **state)
{
    (void)state;
    struct job job = {full_stream(), MSOCK_SHUT_WR};
    port_test_at(5, shut, &job);
    assert_fails(msock_send(job.fd, "x", 1, 0), MSOCK_EPIPE);
    assert_int_equal(elapsed_ms(), 5);
}

static void an_accept_that_waits_gets_einval(void **state)
{
    (void)state;
    struct job job = {listening(), MSOCK_SHUT_RD};
    port_test_at(5, shut, &job);
    assert_fails(msock_accept(job.fd, NULL, NULL), MSOCK_EINVAL);
}

static void a_connect_that_waits_fails(void **state)
{
    (void)state;
    struct job job = {stream(), MSOCK_SHUT_RDWR};
    port_test_at(5, shut, &job);
    assert_int_equal(msock_connect(job.fd, peer4(80), LEN4), -1);
    assert_int_equal(elapsed_ms(), 5);
}

static void a_datagram_recv_that_waits_gives_0(void **state)
{
    (void)state;
    struct job job = {connected_datagram(), MSOCK_SHUT_RD};
    port_test_at(5, shut, &job);
    assert_gives(msock_recv(job.fd, buf, 1, 0), 0);
}

/* ---- close ---- */

static void close_gives_everything_back(void **state)
{
    (void)state;
    struct msock_usage usage;
    int (*const builders[])(void) = {
        stream,      bound_stream, connecting_stream, connected_stream, refused_stream,
        listening,   full_stream,  ended_stream,      finished_stream,  reset_stream,
        dead_stream, datagram,     connected_datagram};
    for (unsigned i = 0; i < sizeof builders / sizeof builders[0]; i++) {
        const int fd = builders[i]();
        assert_gives(msock_close(fd), 0);
        assert_fails(msock_close(fd), MSOCK_EBADF);
        msock_get_usage(&usage);
        assert_int_equal(usage.fds + usage.sockets + usage.tcp_blocks + usage.udp_blocks, 0);
    }
}

static void close_lets_what_was_sent_go_on_and_wakes_who_waits(void **state)
{
    (void)state;
    const int fd = connected_stream();
    assert_sends(fd, "x");
    count_anew();
    assert_gives(msock_close(fd), 0);
    assert_int_equal(fake_calls.aborts, 0);
    assert_true(port_test.wakes > 0);
}

static void close_with_bytes_unread_resets_the_connection(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(0, fd, "x");
    settle();
    count_anew();
    assert_gives(msock_close(fd), 0);
    assert_int_equal(fake_calls.aborts, 1);
}

static void what_happens_after_close_meets_nobody(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(5, fd, "x");
    connection_fails(6, fd, -MSOCK_ECONNRESET);
    assert_gives(msock_close(fd), 0);
    const int next = connected_stream();
    assert_int_equal(next, fd);
    port_test.now_ms += 10;
    settle();
    assert_fails(msock_recv(next, buf, 1, MSOCK_MSG_DONTWAIT), MSOCK_EAGAIN);
}

static void every_event_wakes_whoever_sleeps(void **state)
{
    (void)state;
    const int fd = connected_stream();
    const int listener = listening();
    const int connecting = connecting_stream();
    const struct fake_event events[] = {
        {.what = FAKE_BYTES, .sk = sk_of(fd), .bytes = "x", .len = 1},
        {.what = FAKE_ROOM, .sk = sk_of(fd), .len = 1},
        {.what = FAKE_CONNECTED, .sk = sk_of(connecting)},
        {.what = FAKE_CONNECTION, .sk = sk_of(listener)},
        {.what = FAKE_REFUSED, .sk = sk_of(connected_datagram())},
        {.what = FAKE_END, .sk = sk_of(fd)},
        {.what = FAKE_FAILURE, .sk = sk_of(fd), .error = -MSOCK_ECONNRESET},
    };
    for (unsigned i = 0; i < sizeof events / sizeof events[0]; i++) {
        count_anew();
        fake_at(0, events[i]);
        settle();
        assert_int_equal(port_test.wakes, 1);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(shutdown_for_writing_sends_the_end_of_the_stream_once),
        TEST(shutdown_of_both_ends_both),
        TEST(after_want_of_memory_nothing_has_been_shut),
        TEST(a_stream_without_a_connection_gives_enotconn),
        TEST(another_direction_is_refused),
        TEST(whichever_side_ends_last_the_connection_is_over),
        TEST(shutdown_of_a_listener_for_reading_ends_it),
        TEST(shutdown_gives_up_an_attempt_to_connect),
        TEST(a_recv_that_waits_meets_the_end),
        TEST(a_send_that_waits_gets_epipe),
        TEST(an_accept_that_waits_gets_einval),
        TEST(a_connect_that_waits_fails),
        TEST(a_datagram_recv_that_waits_gives_0),
        TEST(close_gives_everything_back),
        TEST(close_lets_what_was_sent_go_on_and_wakes_who_waits),
        TEST(close_with_bytes_unread_resets_the_connection),
        TEST(what_happens_after_close_meets_nobody),
        TEST(every_event_wakes_whoever_sleeps),
    };
    return RUN_TESTS(tests);
}
