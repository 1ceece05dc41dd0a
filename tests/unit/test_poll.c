/*
 * test_poll.c: the poll bits in every state, as the Linux kernel gives them (tcp_poll(),
 * datagram_poll()), and waiting for them.
 */
#include "support.h"

#define IN  (MSOCK_POLLIN | MSOCK_POLLRDNORM)
#define OUT (MSOCK_POLLOUT | MSOCK_POLLWRNORM)
#define END (IN | MSOCK_POLLRDHUP)

/* ---- Bits of streams ---- */

static void a_new_stream_hangs_up_and_is_writable(void **state)
{
    (void)state;
    assert_int_equal(events_of(stream()), OUT | MSOCK_POLLHUP);
    assert_int_equal(events_of(bound_stream()), OUT | MSOCK_POLLHUP);
}

static void a_stream_that_connects_has_no_events(void **state)
{
    (void)state;
    assert_int_equal(events_of(connecting_stream()), 0);
}

static void a_connected_stream_is_writable_while_there_is_room(void **state)
{
    (void)state;
    assert_int_equal(events_of(connected_stream()), OUT);
    assert_int_equal(events_of(accepted_stream()), OUT);
    const int fd = full_stream();
    assert_int_equal(events_of(fd), 0);
    room_appears(0, fd, 1);
    settle();
    assert_int_equal(events_of(fd), OUT);
}

static void a_stream_with_bytes_is_readable(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(0, fd, "x");
    settle();
    assert_int_equal(events_of(fd), IN | OUT);
    assert_receives(fd, "x");
    assert_int_equal(events_of(fd), OUT);
}

static void a_stream_whose_peer_has_ended_is_readable_for_ever(void **state)
{
    (void)state;
    char buf[1];
    const int fd = ended_stream();
    assert_int_equal(events_of(fd), END | OUT);
    assert_gives(msock_recv(fd, buf, 1, 0), 0);
    assert_int_equal(events_of(fd), END | OUT);
}

static void a_stream_that_we_have_shut_shows_which_direction(void **state)
{
    (void)state;
    assert_int_equal(events_of(shut_stream(MSOCK_SHUT_RD)), END | OUT);
    assert_int_equal(events_of(shut_stream(MSOCK_SHUT_WR)), OUT);
    assert_int_equal(events_of(shut_stream(MSOCK_SHUT_RDWR)), END | OUT | MSOCK_POLLHUP);
}

static void a_full_stream_that_is_shut_for_writing_is_writable(void **state)
{
    (void)state;
    const int fd = full_stream();
    assert_gives(msock_shutdown(fd, MSOCK_SHUT_WR), 0);
    assert_int_equal(events_of(fd), OUT);
}

static void a_stream_that_both_have_ended_hangs_up(void **state)
{
    (void)state;
    assert_int_equal(events_of(finished_stream()), END | OUT | MSOCK_POLLHUP);
    const int fd = shut_stream(MSOCK_SHUT_WR);
    peer_ends(0, fd);
    settle();
    assert_int_equal(events_of(fd), END | OUT | MSOCK_POLLHUP);
    connection_fails(0, fd, 0);
    settle();
    assert_int_equal(events_of(fd), END | OUT | MSOCK_POLLHUP);
}

static void a_stream_that_was_reset_has_an_error_until_it_is_told(void **state)
{
    (void)state;
    const int fd = reset_stream();
    assert_int_equal(events_of(fd), END | OUT | MSOCK_POLLHUP | MSOCK_POLLERR);
    assert_int_equal(pending_error(fd), MSOCK_ECONNRESET);
    assert_int_equal(events_of(fd), END | OUT | MSOCK_POLLHUP);
}

static void a_stream_whose_connect_has_failed_shows_all(void **state)
{
    (void)state;
    const int fd = refused_stream();
    assert_int_equal(events_of(fd), END | OUT | MSOCK_POLLHUP | MSOCK_POLLERR);
    assert_fails(msock_connect(fd, peer4(80), LEN4), MSOCK_ECONNREFUSED);
    assert_int_equal(events_of(fd), OUT | MSOCK_POLLHUP);
}

static void a_connect_that_has_succeeded_makes_the_stream_writable(void **state)
{
    (void)state;
    const int fd = connecting_stream();
    fake_at(0, (struct fake_event){.what = FAKE_CONNECTED, .sk = sk_of(fd)});
    settle();
    assert_int_equal(events_of(fd), OUT);
    assert_int_equal(pending_error(fd), 0);
}

static void a_listener_is_readable_while_connections_wait(void **state)
{
    (void)state;
    assert_int_equal(events_of(listening()), 0);
    const int fd = listening_with(2);
    assert_int_equal(events_of(fd), IN);
    assert_true(msock_accept(fd, NULL, NULL) >= 0);
    assert_int_equal(events_of(fd), IN);
    assert_true(msock_accept(fd, NULL, NULL) >= 0);
    assert_int_equal(events_of(fd), 0);
}

static void a_listener_that_was_shut_is_a_new_stream(void **state)
{
    (void)state;
    const int fd = listening_with(1);
    assert_gives(msock_shutdown(fd, MSOCK_SHUT_RD), 0);
    assert_int_equal(events_of(fd), OUT | MSOCK_POLLHUP);
}

/* ---- Bits of datagram sockets ---- */

static void a_datagram_socket_is_always_writable(void **state)
{
    (void)state;
    const int fd = datagram();
    assert_int_equal(events_of(fd), OUT);
    datagram_arrives(0, fd, "");
    settle();
    assert_int_equal(events_of(fd), IN | OUT);
    assert_receives(fd, "");
    assert_int_equal(events_of(fd), OUT);
}

static void a_datagram_socket_that_was_shut_shows_which_direction(void **state)
{
    (void)state;
    static const unsigned events[] = {
        [MSOCK_SHUT_RD] = END | OUT,
        [MSOCK_SHUT_WR] = OUT,
        [MSOCK_SHUT_RDWR] = END | OUT | MSOCK_POLLHUP,
    };
    for (int how = MSOCK_SHUT_RD; how <= MSOCK_SHUT_RDWR; how++) {
        const int fd = connected_datagram();
        assert_gives(msock_shutdown(fd, how), 0);
        assert_int_equal(events_of(fd), events[how]);
    }
}

/* ---- What is asked for ---- */

static int poll_one(int fd, short events, short *revents, int timeout_ms)
{
    struct msock_pollfd p = {.fd = fd, .events = events, .revents = 0x7fff};
    const int ready = msock_poll(&p, 1, timeout_ms);

    *revents = p.revents;
    return ready;
}

static void only_what_was_asked_for_is_told(void **state)
{
    (void)state;
    short revents;
    const int fd = connected_stream();
    bytes_arrive(0, fd, "x");
    settle();
    assert_gives(poll_one(fd, MSOCK_POLLIN, &revents, 0), 1);
    assert_int_equal(revents, MSOCK_POLLIN);
    assert_gives(poll_one(fd, MSOCK_POLLWRNORM, &revents, 0), 1);
    assert_int_equal(revents, MSOCK_POLLWRNORM);
    assert_gives(poll_one(fd, MSOCK_POLLPRI, &revents, 0), 0);
    assert_int_equal(revents, 0);
    assert_gives(poll_one(fd, 0, &revents, 0), 0);
}

static void errors_and_hang_ups_are_told_without_being_asked_for(void **state)
{
    (void)state;
    short revents;
    const int fd = reset_stream();
    assert_gives(poll_one(fd, 0, &revents, 0), 1);
    assert_int_equal(revents, MSOCK_POLLERR | MSOCK_POLLHUP);
    assert_gives(poll_one(fd, MSOCK_POLLRDHUP, &revents, 0), 1);
    assert_int_equal(revents, MSOCK_POLLERR | MSOCK_POLLHUP | MSOCK_POLLRDHUP);
}

static void polling_does_not_take_the_error(void **state)
{
    (void)state;
    const int fd = reset_stream();
    (void)events_of(fd);
    assert_int_equal(pending_error(fd), MSOCK_ECONNRESET);
}

static void a_descriptor_that_is_not_open_is_told_at_once(void **state)
{
    (void)state;
    short revents;
    const int fd = stream();
    assert_gives(msock_close(fd), 0);
    assert_gives(poll_one(fd, MSOCK_POLLIN, &revents, -1), 1);
    assert_int_equal(revents, MSOCK_POLLNVAL);
    assert_gives(poll_one(1000000, 0, &revents, -1), 1);
    assert_int_equal(revents, MSOCK_POLLNVAL);
}

static void a_negative_descriptor_is_skipped(void **state)
{
    (void)state;
    short revents;
    assert_gives(poll_one(-1, MSOCK_POLLIN, &revents, 5), 0);
    assert_int_equal(revents, 0);
    assert_int_equal(elapsed_ms(), 5);
}

static void every_entry_is_looked_at_and_those_with_events_are_counted(void **state)
{
    (void)state;
    const int readable = connected_stream();
    bytes_arrive(0, readable, "x");
    settle();
    struct msock_pollfd p[] = {
        {.fd = readable, .events = MSOCK_POLLIN, .revents = -1},
        {.fd = connecting_stream(), .events = MSOCK_POLLOUT, .revents = -1},
        {.fd = -1, .events = MSOCK_POLLIN, .revents = -1},
        {.fd = 999, .events = MSOCK_POLLIN, .revents = -1},
        {.fd = readable, .events = MSOCK_POLLOUT, .revents = -1},
    };
    assert_gives(msock_poll(p, 5, -1), 3);
    assert_int_equal(p[0].revents, MSOCK_POLLIN);
    assert_int_equal(p[1].revents, 0);
    assert_int_equal(p[2].revents, 0);
    assert_int_equal(p[3].revents, MSOCK_POLLNVAL);
    assert_int_equal(p[4].revents, MSOCK_POLLOUT);
}

/* ---- Waiting ---- */

static void poll_waits_for_the_first_of_several(void **state)
{
    (void)state;
    struct msock_pollfd p[] = {
        {.fd = connected_stream(), .events = MSOCK_POLLIN},
        {.fd = listening(), .events = MSOCK_POLLIN},
        {.fd = connecting_stream(), .events = MSOCK_POLLOUT},
        {.fd = datagram(), .events = MSOCK_POLLIN},
    };
    bytes_arrive(40, p[0].fd, "x");
    connection_arrives(30, p[1].fd);
    connection_fails(20, p[2].fd, -MSOCK_ECONNRESET);
    datagram_arrives(10, p[3].fd, "x");
    mark_time();
    for (int i = 3; i >= 0; i--) {
        assert_gives(msock_poll(p, (msock_nfds_t)i + 1, -1), 1);
        assert_int_equal(elapsed_ms(), 40 - 10 * i);
        assert_true(p[i].revents & p[i].events);
    }
}

static void poll_gives_0_after_its_time_out(void **state)
{
    (void)state;
    short revents;
    const int fd = connected_stream();
    assert_gives(poll_one(fd, MSOCK_POLLIN, &revents, 33), 0);
    assert_int_equal(elapsed_ms(), 33);
    assert_int_equal(revents, 0);
    assert_gives(poll_one(fd, MSOCK_POLLIN, &revents, INT32_MAX), 0);
    assert_int_equal(elapsed_ms(), (uint32_t)33 + INT32_MAX);
}

static void poll_without_descriptors_is_a_sleep(void **state)
{
    (void)state;
    assert_gives(msock_poll(NULL, 0, 12), 0);
    assert_int_equal(elapsed_ms(), 12);
}

static void poll_without_waiting_runs_the_stack_and_does_not_sleep(void **state)
{
    (void)state;
    short revents;
    const int fd = connected_stream();
    bytes_arrive(0, fd, "x");
    assert_gives(poll_one(fd, MSOCK_POLLIN, &revents, 0), 1);
    assert_int_equal(revents, MSOCK_POLLIN);
    assert_int_equal(port_test.sleeps, 0);
}

static void poll_without_waiting_runs_the_stack_once(void **state)
{
    (void)state;
    short revents;
    const int fd = connected_stream();
    count_anew();
    assert_gives(poll_one(fd, MSOCK_POLLIN, &revents, 0), 0);
    assert_int_equal(fake_calls.runs, 1);
}

/* A program that always has something to send would else never see a packet. */
static void poll_runs_the_stack_even_if_something_is_ready(void **state)
{
    (void)state;
    short revents;
    const int fd = connected_stream();
    bytes_arrive(0, fd, "x");
    assert_gives(poll_one(fd, MSOCK_POLLIN | MSOCK_POLLOUT, &revents, -1), 1);
    assert_int_equal(revents, MSOCK_POLLIN | MSOCK_POLLOUT);
}

static void poll_can_be_interrupted(void **state)
{
    (void)state;
    struct msock_pollfd p = {.fd = connected_stream(), .events = MSOCK_POLLIN};
    port_test_interrupt_at(3);
    assert_fails(msock_poll(&p, 1, -1), MSOCK_EINTR);
    assert_int_equal(elapsed_ms(), 3);
}

static void null_is_efault(void **state)
{
    (void)state;
    assert_fails(msock_poll(NULL, 1, -1), MSOCK_EFAULT);
}

static void close_fd(void *fd)
{
    assert_gives(msock_close(*(int *)fd), 0);
}

static void replace_fd(void *fd)
{
    close_fd(fd);
    assert_int_equal(connected_stream(), *(int *)fd);
    bytes_arrive(2, *(int *)fd, "x");
}

static void a_descriptor_that_is_closed_under_poll_is_told(void **state)
{
    (void)state;
    short revents;
    int fd = connected_stream();
    port_test_at(3, close_fd, &fd);
    assert_gives(poll_one(fd, MSOCK_POLLIN, &revents, -1), 1);
    assert_int_equal(revents, MSOCK_POLLNVAL);
    assert_int_equal(elapsed_ms(), 3);
}

static void poll_looks_every_descriptor_up_again(void **state)
{
    (void)state;
    short revents;
    int fd = connected_stream();
    port_test_at(3, replace_fd, &fd);
    assert_gives(poll_one(fd, MSOCK_POLLIN, &revents, -1), 1);
    assert_int_equal(revents, MSOCK_POLLIN);
    assert_int_equal(elapsed_ms(), 5);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_new_stream_hangs_up_and_is_writable),
        TEST(a_stream_that_connects_has_no_events),
        TEST(a_connected_stream_is_writable_while_there_is_room),
        TEST(a_stream_with_bytes_is_readable),
        TEST(a_stream_whose_peer_has_ended_is_readable_for_ever),
        TEST(a_stream_that_we_have_shut_shows_which_direction),
        TEST(a_full_stream_that_is_shut_for_writing_is_writable),
        TEST(a_stream_that_both_have_ended_hangs_up),
        TEST(a_stream_that_was_reset_has_an_error_until_it_is_told),
        TEST(a_stream_whose_connect_has_failed_shows_all),
        TEST(a_connect_that_has_succeeded_makes_the_stream_writable),
        TEST(a_listener_is_readable_while_connections_wait),
        TEST(a_listener_that_was_shut_is_a_new_stream),
        TEST(a_datagram_socket_is_always_writable),
        TEST(a_datagram_socket_that_was_shut_shows_which_direction),
        TEST(only_what_was_asked_for_is_told),
        TEST(errors_and_hang_ups_are_told_without_being_asked_for),
        TEST(polling_does_not_take_the_error),
        TEST(a_descriptor_that_is_not_open_is_told_at_once),
        TEST(a_negative_descriptor_is_skipped),
        TEST(every_entry_is_looked_at_and_those_with_events_are_counted),
        TEST(poll_waits_for_the_first_of_several),
        TEST(poll_gives_0_after_its_time_out),
        TEST(poll_without_descriptors_is_a_sleep),
        TEST(poll_without_waiting_runs_the_stack_and_does_not_sleep),
        TEST(poll_without_waiting_runs_the_stack_once),
        TEST(poll_runs_the_stack_even_if_something_is_ready),
        TEST(poll_can_be_interrupted),
        TEST(null_is_efault),
        TEST(a_descriptor_that_is_closed_under_poll_is_told),
        TEST(poll_looks_every_descriptor_up_again),
    };
    return RUN_TESTS(tests);
}
