/*
 * test_stream_recv.c: receiving on a stream: bytes, end, error and "nothing yet", and the flags.
 */
#include "support.h"

static char buf[64];

/* ---- Bytes ---- */

static void recv_gives_what_has_arrived(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(0, fd, "abc");
    bytes_arrive(1, fd, "def");
    assert_receives(fd, "abc");
    assert_receives(fd, "def");
}

static void recv_gives_at_most_what_was_asked_for(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(0, fd, "abcdef");
    memset(buf, '.', sizeof buf);
    assert_gives(msock_recv(fd, buf, 4, 0), 4);
    assert_memory_equal(buf, "abcd....", 8);
    assert_receives(fd, "ef");
}

static void recv_of_nothing_waits_until_there_is_something(void **state)
{
    (void)state;
    const int fd = connected_stream();
    assert_fails(msock_recv(fd, buf, 0, MSOCK_MSG_DONTWAIT), MSOCK_EAGAIN);
    bytes_arrive(4, fd, "abc");
    assert_gives(msock_recv(fd, NULL, 0, 0), 0);
    assert_int_equal(elapsed_ms(), 4);
    assert_receives(fd, "abc");
}

static void recvfrom_on_a_stream_names_nobody(void **state)
{
    (void)state;
    const int fd = connected_stream();
    struct msock_sockaddr_storage addr;
    msock_socklen_t len = sizeof addr;
    bytes_arrive(0, fd, "abc");
    assert_gives(msock_recvfrom(fd, buf, sizeof buf, 0, &addr.ss.sa, &len), 3);
    assert_int_equal(len, 0);
}

/* ---- The end ---- */

static void after_the_end_recv_gives_the_rest_and_then_0_for_ever(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(0, fd, "rest");
    peer_ends(0, fd);
    settle();
    assert_gives(msock_recv(fd, buf, 2, 0), 2);
    assert_receives(fd, "st");
    for (int i = 0; i < 3; i++) {
        assert_gives(msock_recv(fd, buf, sizeof buf, 0), 0);
    }
    assert_gives(msock_recv(fd, buf, 0, 0), 0);
    assert_int_equal(elapsed_ms(), 0);
}

static void the_end_wakes_a_recv_that_waits(void **state)
{
    (void)state;
    const int fd = connected_stream();
    peer_ends(6, fd);
    assert_gives(msock_recv(fd, buf, sizeof buf, 0), 0);
    assert_int_equal(elapsed_ms(), 6);
}

static void after_shutdown_for_reading_recv_gives_the_rest_and_then_0(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(0, fd, "rest");
    settle();
    assert_gives(msock_shutdown(fd, MSOCK_SHUT_RD), 0);
    assert_receives(fd, "rest");
    assert_gives(msock_recv(fd, buf, sizeof buf, 0), 0);
    assert_gives(msock_recv(fd, buf, sizeof buf, 0), 0);
}

static void after_our_own_end_the_peers_bytes_still_come(void **state)
{
    (void)state;
    const int fd = shut_stream(MSOCK_SHUT_WR);
    bytes_arrive(3, fd, "late");
    assert_receives(fd, "late");
    peer_ends(3, fd);
    assert_gives(msock_recv(fd, buf, sizeof buf, 0), 0);
}

/* ---- Errors ---- */

static void a_reset_is_told_once_after_the_bytes_and_then_comes_the_end(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(0, fd, "before");
    connection_fails(0, fd, -MSOCK_ECONNRESET);
    settle();
    assert_receives(fd, "before");
    assert_fails(msock_recv(fd, buf, sizeof buf, 0), MSOCK_ECONNRESET);
    assert_gives(msock_recv(fd, buf, sizeof buf, 0), 0);
    assert_gives(msock_recv(fd, buf, sizeof buf, 0), 0);
}

static void a_reset_wakes_a_recv_that_waits(void **state)
{
    (void)state;
    const int fd = connected_stream();
    connection_fails(6, fd, -MSOCK_ECONNRESET);
    assert_fails(msock_recv(fd, buf, sizeof buf, 0), MSOCK_ECONNRESET);
    assert_int_equal(elapsed_ms(), 6);
}

static void a_peer_that_stops_answering_is_told_once(void **state)
{
    (void)state;
    const int fd = connected_stream();
    connection_fails(6, fd, -MSOCK_ETIMEDOUT);
    assert_fails(msock_recv(fd, buf, sizeof buf, 0), MSOCK_ETIMEDOUT);
    assert_gives(msock_recv(fd, buf, sizeof buf, 0), 0);
}

/* Linux: the reset of a stream that has ended is EPIPE, and only a sender or SO_ERROR meets it. */
static void a_reset_after_the_end_does_not_undo_the_end(void **state)
{
    (void)state;
    const int fd = ended_stream();
    connection_fails(0, fd, -MSOCK_ECONNRESET);
    settle();
    assert_gives(msock_recv(fd, buf, sizeof buf, 0), 0);
    assert_int_equal(pending_error(fd), MSOCK_EPIPE);
    assert_int_equal(pending_error(fd), 0);
    assert_gives(msock_recv(fd, buf, sizeof buf, 0), 0);
}

static void an_end_by_both_is_no_error(void **state)
{
    (void)state;
    const int fd = finished_stream();
    connection_fails(0, fd, 0);
    settle();
    assert_gives(msock_recv(fd, buf, sizeof buf, 0), 0);
    assert_int_equal(pending_error(fd), 0);
}

static void nothing_yet_is_neither_an_end_nor_an_error(void **state)
{
    (void)state;
    const int fd = connected_stream();
    assert_fails(msock_recv(fd, buf, 1, MSOCK_MSG_DONTWAIT), MSOCK_EAGAIN);
    assert_fails(msock_recv(fd, buf, 1, MSOCK_MSG_DONTWAIT), MSOCK_EAGAIN);
    assert_int_equal(pending_error(fd), 0);
    bytes_arrive(0, fd, "x");
    assert_receives(fd, "x");
    peer_ends(0, fd);
    assert_gives(msock_recv(fd, buf, 1, 0), 0);
}

static void an_error_that_so_error_has_told_is_not_told_again(void **state)
{
    (void)state;
    const int fd = reset_stream();
    assert_int_equal(pending_error(fd), MSOCK_ECONNRESET);
    assert_gives(msock_recv(fd, buf, sizeof buf, 0), 0);
}

static void a_stream_that_was_never_connected_gives_enotconn(void **state)
{
    (void)state;
    assert_fails(msock_recv(stream(), buf, 1, 0), MSOCK_ENOTCONN);
    assert_fails(msock_recv(stream(), buf, 0, 0), MSOCK_ENOTCONN);
    assert_fails(msock_recv(bound_stream(), buf, 1, 0), MSOCK_ENOTCONN);
    assert_fails(msock_recv(listening_with(1), buf, 1, 0), MSOCK_ENOTCONN);
}

static void a_stream_that_connects_makes_recv_wait(void **state)
{
    (void)state;
    const int fd = connecting_stream();
    assert_fails(msock_recv(fd, buf, 1, MSOCK_MSG_DONTWAIT), MSOCK_EAGAIN);
    connection_fails(5, fd, -MSOCK_ECONNRESET);
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_ECONNREFUSED);
    assert_int_equal(elapsed_ms(), 5);
}

/* ---- MSG_PEEK ---- */

static void peek_leaves_the_bytes_in_the_queue(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(0, fd, "abcdef");
    for (int i = 0; i < 2; i++) {
        assert_gives(msock_recv(fd, buf, 4, MSOCK_MSG_PEEK), 4);
        assert_memory_equal(buf, "abcd", 4);
    }
    assert_receives(fd, "abcdef");
}

static void peek_waits_and_meets_the_end_as_recv_does(void **state)
{
    (void)state;
    const int fd = connected_stream();
    assert_fails(msock_recv(fd, buf, 4, MSOCK_MSG_PEEK | MSOCK_MSG_DONTWAIT), MSOCK_EAGAIN);
    bytes_arrive(2, fd, "x");
    assert_gives(msock_recv(fd, buf, 4, MSOCK_MSG_PEEK), 1);
    assert_receives(fd, "x");
    peer_ends(2, fd);
    assert_gives(msock_recv(fd, buf, 4, MSOCK_MSG_PEEK), 0);
}

static void peek_with_waitall_waits_until_all_can_be_seen(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(1, fd, "ab");
    bytes_arrive(2, fd, "cd");
    bytes_arrive(3, fd, "ef");
    assert_gives(msock_recv(fd, buf, 5, MSOCK_MSG_PEEK | MSOCK_MSG_WAITALL), 5);
    assert_memory_equal(buf, "abcde", 5);
    assert_int_equal(elapsed_ms(), 3);
    assert_receives(fd, "abcdef");
}

/* ---- MSG_WAITALL ---- */

static void waitall_waits_for_all_bytes(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(0, fd, "ab");
    bytes_arrive(4, fd, "cd");
    bytes_arrive(9, fd, "efg");
    assert_gives(msock_recv(fd, buf, 6, MSOCK_MSG_WAITALL), 6);
    assert_memory_equal(buf, "abcdef", 6);
    assert_int_equal(elapsed_ms(), 9);
    assert_receives(fd, "g");
}

static void waitall_gives_what_came_before_the_end(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(1, fd, "a");
    peer_ends(2, fd);
    assert_gives(msock_recv(fd, buf, 6, MSOCK_MSG_WAITALL), 1);
    assert_gives(msock_recv(fd, buf, 6, MSOCK_MSG_WAITALL), 0);
}

static void waitall_gives_what_came_before_the_error_which_stays(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(1, fd, "ab");
    connection_fails(2, fd, -MSOCK_ECONNRESET);
    assert_gives(msock_recv(fd, buf, 6, MSOCK_MSG_WAITALL), 2);
    assert_fails(msock_recv(fd, buf, 6, MSOCK_MSG_WAITALL), MSOCK_ECONNRESET);
    assert_gives(msock_recv(fd, buf, 6, MSOCK_MSG_WAITALL), 0);
}

static void waitall_gives_what_came_before_a_shutdown(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(0, fd, "ab");
    settle();
    assert_gives(msock_shutdown(fd, MSOCK_SHUT_RD), 0);
    assert_gives(msock_recv(fd, buf, 6, MSOCK_MSG_WAITALL), 2);
}

static void waitall_gives_what_came_in_time(void **state)
{
    (void)state;
    const int fd = connected_stream();
    set_timeout(fd, MSOCK_SO_RCVTIMEO, 5);
    bytes_arrive(1, fd, "ab");
    bytes_arrive(6, fd, "cd");
    assert_gives(msock_recv(fd, buf, 6, MSOCK_MSG_WAITALL), 2);
    assert_int_equal(elapsed_ms(), 5);
    assert_receives(fd, "cd");
}

static void waitall_gives_what_came_before_an_interruption(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(1, fd, "ab");
    port_test_interrupt_at(2);
    assert_gives(msock_recv(fd, buf, 6, MSOCK_MSG_WAITALL), 2);
}

static void waitall_without_waiting_gives_what_is_there(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(0, fd, "ab");
    bytes_arrive(1, fd, "cd");
    assert_gives(msock_recv(fd, buf, 6, MSOCK_MSG_WAITALL | MSOCK_MSG_DONTWAIT), 2);
    assert_int_equal(elapsed_ms(), 0);
}

/* ---- MSG_TRUNC ---- */

static void trunc_drops_the_bytes_of_a_stream(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(0, fd, "abcdef");
    memset(buf, '.', sizeof buf);
    assert_gives(msock_recv(fd, buf, 4, MSOCK_MSG_TRUNC), 4);
    assert_int_equal(buf[0], '.');
    assert_receives(fd, "ef");
    bytes_arrive(0, fd, "abc");
    assert_gives(msock_recv(fd, NULL, 64, MSOCK_MSG_TRUNC), 3);
}

static void trunc_with_waitall_drops_exactly_so_many(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(1, fd, "abc");
    bytes_arrive(2, fd, "def");
    assert_gives(msock_recv(fd, NULL, 5, MSOCK_MSG_TRUNC | MSOCK_MSG_WAITALL), 5);
    assert_receives(fd, "f");
}

/* ---- Refusals ---- */

static void a_flag_that_is_not_supported_is_refused(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(0, fd, "abc");
    settle();
    assert_fails(msock_recv(fd, buf, 3, 0x1), MSOCK_EOPNOTSUPP); /* MSG_OOB */
    assert_fails(msock_recv(fd, buf, 3, 0x40000000), MSOCK_EOPNOTSUPP);
    assert_gives(msock_recv(fd, buf, 3, MSOCK_MSG_NOSIGNAL), 3);
}

static void no_room_at_null_is_efault(void **state)
{
    (void)state;
    const int fd = connected_stream();
    struct msock_sockaddr addr;
    bytes_arrive(0, fd, "abc");
    settle();
    assert_fails(msock_recv(fd, NULL, 1, 0), MSOCK_EFAULT);
    assert_fails(msock_recvfrom(fd, buf, 3, 0, &addr, NULL), MSOCK_EFAULT);
    assert_receives(fd, "abc");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(recv_gives_what_has_arrived),
        TEST(recv_gives_at_most_what_was_asked_for),
        TEST(recv_of_nothing_waits_until_there_is_something),
        TEST(recvfrom_on_a_stream_names_nobody),
        TEST(after_the_end_recv_gives_the_rest_and_then_0_for_ever),
        TEST(the_end_wakes_a_recv_that_waits),
        TEST(after_shutdown_for_reading_recv_gives_the_rest_and_then_0),
        TEST(after_our_own_end_the_peers_bytes_still_come),
        TEST(a_reset_is_told_once_after_the_bytes_and_then_comes_the_end),
        TEST(a_reset_wakes_a_recv_that_waits),
        TEST(a_peer_that_stops_answering_is_told_once),
        TEST(a_reset_after_the_end_does_not_undo_the_end),
        TEST(an_end_by_both_is_no_error),
        TEST(nothing_yet_is_neither_an_end_nor_an_error),
        TEST(an_error_that_so_error_has_told_is_not_told_again),
        TEST(a_stream_that_was_never_connected_gives_enotconn),
        TEST(a_stream_that_connects_makes_recv_wait),
        TEST(peek_leaves_the_bytes_in_the_queue),
        TEST(peek_waits_and_meets_the_end_as_recv_does),
        TEST(peek_with_waitall_waits_until_all_can_be_seen),
        TEST(waitall_waits_for_all_bytes),
        TEST(waitall_gives_what_came_before_the_end),
        TEST(waitall_gives_what_came_before_the_error_which_stays),
        TEST(waitall_gives_what_came_before_a_shutdown),
        TEST(waitall_gives_what_came_in_time),
        TEST(waitall_gives_what_came_before_an_interruption),
        TEST(waitall_without_waiting_gives_what_is_there),
        TEST(trunc_drops_the_bytes_of_a_stream),
        TEST(trunc_with_waitall_drops_exactly_so_many),
        TEST(a_flag_that_is_not_supported_is_refused),
        TEST(no_room_at_null_is_efault),
    };
    return RUN_TESTS(tests);
}
