/*
 * test_stream_send.c: sending on a stream: all of it, a part of it, or why not.
 */
#include "support.h"

/* The fake takes 64 bytes before anybody makes room. */
static const char much[] = "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
                           "and 16 bytes yet";
#define MUCH (sizeof much - 1)

static void send_takes_all_that_fits_at_once(void **state)
{
    (void)state;
    const int fd = connected_stream();
    count_anew();
    assert_sends(fd, "hello");
    assert_sent(fd, "hello");
    assert_string_equal(port_test_trace(), "send ");
}

static void a_blocking_send_waits_until_all_is_taken(void **state)
{
    (void)state;
    const int fd = connected_stream();
    room_appears(5, fd, 10);
    room_appears(8, fd, 10);
    assert_gives(msock_send(fd, much, MUCH, 0), MUCH);
    assert_int_equal(elapsed_ms(), 8);
    assert_sent(fd, much);
}

static void a_non_blocking_send_takes_what_fits(void **state)
{
    (void)state;
    const int fd = connected_stream();
    make_nonblocking(fd);
    assert_gives(msock_send(fd, much, MUCH, 0), 64);
    assert_fails(msock_send(fd, much, MUCH, 0), MSOCK_EAGAIN);
    room_appears(0, fd, 3);
    assert_gives(msock_send(fd, much, MUCH, 0), 3);
}

static void a_non_blocking_send_that_has_taken_a_part_runs_the_stack_once(void **state)
{
    (void)state;
    const int fd = connected_stream();
    room_appears(0, fd, 10);
    count_anew();
    assert_gives(msock_send(fd, much, MUCH, MSOCK_MSG_DONTWAIT), 74);
    assert_int_equal(fake_calls.runs, 1);
    assert_int_equal(port_test.sleeps, 0);
}

static void a_time_out_gives_the_part_that_was_taken(void **state)
{
    (void)state;
    const int fd = connected_stream();
    set_timeout(fd, MSOCK_SO_SNDTIMEO, 20);
    room_appears(5, fd, 1);
    assert_gives(msock_send(fd, much, MUCH, 0), 65);
    assert_int_equal(elapsed_ms(), 20);
    assert_fails(msock_send(fd, much, MUCH, 0), MSOCK_EAGAIN);
    assert_int_equal(elapsed_ms(), 40);
}

static void an_interruption_gives_the_part_that_was_taken(void **state)
{
    (void)state;
    const int fd = connected_stream();
    port_test_interrupt_at(3);
    assert_gives(msock_send(fd, much, MUCH, 0), 64);
    port_test_interrupt_at(3);
    assert_fails(msock_send(fd, much, MUCH, 0), MSOCK_EINTR);
}

static void a_reset_gives_the_part_that_was_taken_and_is_told_next(void **state)
{
    (void)state;
    const int fd = connected_stream();
    connection_fails(3, fd, -MSOCK_ECONNRESET);
    assert_gives(msock_send(fd, much, MUCH, 0), 64);
    assert_fails(msock_send(fd, much, MUCH, 0), MSOCK_ECONNRESET);
    assert_fails(msock_send(fd, much, MUCH, 0), MSOCK_EPIPE);
    assert_fails(msock_send(fd, much, MUCH, 0), MSOCK_EPIPE);
}

static void shut_wr(void *fd)
{
    assert_gives(msock_shutdown(*(int *)fd, MSOCK_SHUT_WR), 0);
}

static void a_shutdown_gives_the_part_that_was_taken(void **state)
{
    (void)state;
    int fd = connected_stream();
    port_test_at(3, shut_wr, &fd);
    assert_gives(msock_send(fd, much, MUCH, 0), 64);
    assert_fails(msock_send(fd, much, MUCH, 0), MSOCK_EPIPE);
}

static void want_of_memory_is_told_if_nothing_was_taken(void **state)
{
    (void)state;
    const int fd = connected_stream();
    fake_fail(1, -MSOCK_ENOBUFS);
    assert_fails(msock_send(fd, much, MUCH, 0), MSOCK_ENOBUFS);
    assert_sends(fd, "again");
}

static void want_of_memory_gives_the_part_that_was_taken(void **state)
{
    (void)state;
    const int fd = connected_stream();
    fake_fail(2, -MSOCK_ENOBUFS);
    assert_gives(msock_send(fd, much, MUCH, 0), 64);
    assert_int_equal(elapsed_ms(), 0);
}

static void sending_nothing_succeeds(void **state)
{
    (void)state;
    const int fd = connected_stream();
    const int full = full_stream();
    assert_gives(msock_send(fd, NULL, 0, 0), 0);
    assert_gives(msock_send(full, "", 0, 0), 0);
    assert_fails(msock_send(shut_stream(MSOCK_SHUT_WR), "", 0, 0), MSOCK_EPIPE);
}

static void a_stream_that_cannot_send_gives_epipe(void **state)
{
    (void)state;
    assert_fails(msock_send(stream(), "x", 1, 0), MSOCK_EPIPE);
    assert_fails(msock_send(bound_stream(), "x", 1, 0), MSOCK_EPIPE);
    assert_fails(msock_send(listening(), "x", 1, 0), MSOCK_EPIPE);
    assert_fails(msock_send(shut_stream(MSOCK_SHUT_WR), "x", 1, 0), MSOCK_EPIPE);
    assert_fails(msock_send(shut_stream(MSOCK_SHUT_RDWR), "x", 1, 0), MSOCK_EPIPE);
    assert_fails(msock_send(finished_stream(), "x", 1, 0), MSOCK_EPIPE);
    assert_fails(msock_send(dead_stream(), "x", 1, 0), MSOCK_EPIPE);
}

static void a_reset_that_is_pending_is_told_to_the_sender_once(void **state)
{
    (void)state;
    const int fd = reset_stream();
    assert_fails(msock_send(fd, "x", 1, 0), MSOCK_ECONNRESET);
    assert_fails(msock_send(fd, "x", 1, 0), MSOCK_EPIPE);
}

static void one_error_is_told_once_whoever_asks_first(void **state)
{
    (void)state;
    char buf[1];
    int fd = reset_stream();
    assert_fails(msock_send(fd, "x", 1, 0), MSOCK_ECONNRESET);
    assert_gives(msock_recv(fd, buf, 1, 0), 0);
    fd = reset_stream();
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_ECONNRESET);
    assert_fails(msock_send(fd, "x", 1, 0), MSOCK_EPIPE);
}

static void after_the_peers_end_one_still_sends(void **state)
{
    (void)state;
    const int fd = ended_stream();
    assert_sends(fd, "answer");
    assert_sent(fd, "answer");
}

static void after_shutdown_for_reading_one_still_sends(void **state)
{
    (void)state;
    const int fd = shut_stream(MSOCK_SHUT_RD);
    assert_sends(fd, "x");
}

static void a_send_waits_until_the_stream_is_connected(void **state)
{
    (void)state;
    const int fd = connecting_stream();
    assert_fails(msock_send(fd, "x", 1, MSOCK_MSG_DONTWAIT), MSOCK_EAGAIN);
    fake_at(7, (struct fake_event){.what = FAKE_CONNECTED, .sk = sk_of(fd)});
    assert_sends(fd, "x");
    assert_int_equal(elapsed_ms(), 7);
}

static void a_send_that_waits_for_the_connection_learns_that_it_was_refused(void **state)
{
    (void)state;
    const int fd = connecting_stream();
    connection_fails(7, fd, -MSOCK_ECONNRESET);
    assert_fails(msock_send(fd, "x", 1, 0), MSOCK_ECONNREFUSED);
    assert_fails(msock_send(fd, "x", 1, 0), MSOCK_EPIPE);
}

static void a_stream_ignores_the_address_of_sendto(void **state)
{
    (void)state;
    const int fd = connected_stream();
    assert_gives(msock_sendto(fd, "x", 1, 0, peer4(0), 1), 1);
    assert_sent(fd, "x");
}

static void a_flag_that_is_not_supported_is_refused(void **state)
{
    (void)state;
    const int fd = connected_stream();
    assert_fails(msock_send(fd, "x", 1, 0x1), MSOCK_EOPNOTSUPP);    /* MSG_OOB */
    assert_fails(msock_send(fd, "x", 1, 0x8000), MSOCK_EOPNOTSUPP); /* MSG_MORE */
    assert_fails(msock_send(fd, "x", 1, MSOCK_MSG_PEEK), MSOCK_EOPNOTSUPP);
    assert_gives(msock_send(fd, "x", 1, MSOCK_MSG_NOSIGNAL | MSOCK_MSG_DONTWAIT), 1);
    assert_sent(fd, "x");
}

static void bytes_at_null_are_efault(void **state)
{
    (void)state;
    assert_fails(msock_send(connected_stream(), NULL, 1, 0), MSOCK_EFAULT);
    assert_fails(msock_send(connected_datagram(), NULL, 1, 0), MSOCK_EFAULT);
}

/* A program that only sends would else never see the answers that its packets wait for. */
static void a_send_that_succeeds_runs_the_stack_once_in_a_millisecond(void **state)
{
    (void)state;
    const int fd = connected_stream();
    port_test.now_ms++;
    count_anew();
    assert_sends(fd, "a");
    assert_sends(fd, "b");
    assert_int_equal(fake_calls.runs, 1);
    port_test.now_ms++;
    assert_sends(fd, "c");
    assert_int_equal(fake_calls.runs, 2);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(send_takes_all_that_fits_at_once),
        TEST(a_blocking_send_waits_until_all_is_taken),
        TEST(a_non_blocking_send_takes_what_fits),
        TEST(a_non_blocking_send_that_has_taken_a_part_runs_the_stack_once),
        TEST(a_time_out_gives_the_part_that_was_taken),
        TEST(an_interruption_gives_the_part_that_was_taken),
        TEST(a_reset_gives_the_part_that_was_taken_and_is_told_next),
        TEST(a_shutdown_gives_the_part_that_was_taken),
        TEST(want_of_memory_is_told_if_nothing_was_taken),
        TEST(want_of_memory_gives_the_part_that_was_taken),
        TEST(sending_nothing_succeeds),
        TEST(a_stream_that_cannot_send_gives_epipe),
        TEST(a_reset_that_is_pending_is_told_to_the_sender_once),
        TEST(one_error_is_told_once_whoever_asks_first),
        TEST(after_the_peers_end_one_still_sends),
        TEST(after_shutdown_for_reading_one_still_sends),
        TEST(a_send_waits_until_the_stream_is_connected),
        TEST(a_send_that_waits_for_the_connection_learns_that_it_was_refused),
        TEST(a_stream_ignores_the_address_of_sendto),
        TEST(a_flag_that_is_not_supported_is_refused),
        TEST(bytes_at_null_are_efault),
        TEST(a_send_that_succeeds_runs_the_stack_once_in_a_millisecond),
    };
    return RUN_TESTS(tests);
}
