/*
 * test_wait.c: the one function that waits: the order of what it does, time-outs, interruptions,
 * and what may happen to the socket meanwhile. recv() on a stream stands for all calls.
 */
#include "support.h"

static char buf[64];

/* ---- The order ---- */

static void a_call_that_has_its_result_does_not_run_the_stack(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(0, fd, "x");
    settle();
    count_anew();
    assert_receives(fd, "x");
    assert_string_equal(port_test_trace(), "recv ");
}

static void a_non_blocking_call_runs_the_stack_exactly_once(void **state)
{
    (void)state;
    const int fd = connected_stream();
    make_nonblocking(fd);
    count_anew();
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_EAGAIN);
    assert_string_equal(port_test_trace(), "recv run recv ");
    assert_int_equal(elapsed_ms(), 0);
}

static void dontwait_makes_one_call_non_blocking(void **state)
{
    (void)state;
    const int fd = connected_stream();
    count_anew();
    assert_fails(msock_recv(fd, buf, 1, MSOCK_MSG_DONTWAIT), MSOCK_EAGAIN);
    assert_string_equal(port_test_trace(), "recv run recv ");
}

static void a_non_blocking_call_finds_what_its_run_has_brought(void **state)
{
    (void)state;
    const int fd = connected_stream();
    make_nonblocking(fd);
    bytes_arrive(0, fd, "x");
    assert_receives(fd, "x");
    assert_int_equal(port_test.sleeps, 0);
}

static void a_blocking_call_tries_runs_tries_and_only_then_sleeps(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(5, fd, "x");
    count_anew();
    assert_receives(fd, "x");
    assert_string_equal(port_test_trace(), "recv run recv ack sleep run recv ");
    assert_int_equal(elapsed_ms(), 5);
}

static void a_blocking_call_does_not_sleep_if_the_run_has_brought_its_result(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(0, fd, "x");
    count_anew();
    assert_receives(fd, "x");
    assert_string_equal(port_test_trace(), "recv run recv ");
}

static void the_host_is_served_but_nobody_sleeps_while_there_is_more_to_do(void **state)
{
    (void)state;
    const int fd = connected_stream();
    timer_runs(0);
    bytes_arrive(9, fd, "x");
    count_anew();
    assert_fails(msock_recv(fd, buf, 1, MSOCK_MSG_DONTWAIT), MSOCK_EAGAIN);
    timer_runs(0);
    count_anew();
    assert_receives(fd, "x");
    assert_string_equal(port_test_trace(), "recv run recv sleep run recv ack sleep run recv ");
}

static void a_sleep_is_as_long_as_the_stacks_next_timer(void **state)
{
    (void)state;
    const int fd = connected_stream();
    timer_runs(30);
    set_timeout(fd, MSOCK_SO_RCVTIMEO, 31);
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_EAGAIN);
    assert_int_equal(port_test.last_timeout_ms, 1);
    assert_int_equal(elapsed_ms(), 31);
}

/* ---- Time-outs ---- */

static void a_time_out_is_kept_to_the_millisecond_across_the_clocks_wrap_around(void **state)
{
    (void)state;
    const int fd = connected_stream();
    set_timeout(fd, MSOCK_SO_RCVTIMEO, 25);
    for (uint32_t start = UINT32_MAX - 30; start != 10; start++) {
        port_test.now_ms = start;
        mark_time();
        assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_EAGAIN);
        assert_int_equal(elapsed_ms(), 25);
    }
}

static void bytes_in_the_last_millisecond_are_in_time(void **state)
{
    (void)state;
    const int fd = connected_stream();
    set_timeout(fd, MSOCK_SO_RCVTIMEO, 25);
    bytes_arrive(25, fd, "x");
    assert_receives(fd, "x");
}

static void a_time_out_is_not_prolonged_by_what_concerns_others(void **state)
{
    (void)state;
    const int fd = connected_stream();
    for (uint32_t ms = 10; ms <= 100; ms += 10) {
        timer_runs(ms);
    }
    set_timeout(fd, MSOCK_SO_RCVTIMEO, 25);
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_EAGAIN);
    assert_int_equal(elapsed_ms(), 25);
}

static void a_time_out_is_shorter_than_the_next_timer(void **state)
{
    (void)state;
    const int fd = connected_stream();
    timer_runs(1000);
    set_timeout(fd, MSOCK_SO_RCVTIMEO, 1);
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_EAGAIN);
    assert_int_equal(elapsed_ms(), 1);
}

static void without_a_time_out_a_call_waits_as_long_as_it_takes(void **state)
{
    (void)state;
    const int fd = connected_stream();
    for (uint32_t day = 1; day <= 24; day++) {
        timer_runs(day * 86400000);
    }
    port_test.now_ms += 86400000;
    mark_time();
    bytes_arrive(INT32_MAX, fd, "x");
    assert_receives(fd, "x");
    assert_int_equal(elapsed_ms(), INT32_MAX);
}

static void the_longest_time_out_is_kept(void **state)
{
    (void)state;
    const int fd = connected_stream();
    const struct msock_timeval longest = {.tv_sec = 4294966, .tv_usec = 999999};
    assert_gives(
        msock_setsockopt(fd, MSOCK_SOL_SOCKET, MSOCK_SO_RCVTIMEO, &longest, sizeof longest), 0);
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_EAGAIN);
    assert_int_equal(elapsed_ms(), 4294967000);
}

/* ---- Interruptions ---- */

static void the_port_can_interrupt_a_wait(void **state)
{
    (void)state;
    const int fd = connected_stream();
    bytes_arrive(20, fd, "x");
    port_test_interrupt_at(10);
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_EINTR);
    assert_int_equal(elapsed_ms(), 10);
    assert_receives(fd, "x");
}

static void the_port_can_interrupt_a_wait_that_does_not_sleep(void **state)
{
    (void)state;
    const int fd = connected_stream();
    timer_runs(0);
    port_test_interrupt_at(0);
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_EINTR);
    assert_int_equal(port_test.last_timeout_ms, 0);
}

static void a_result_is_not_lost_to_an_interruption(void **state)
{
    (void)state;
    const int fd = connected_stream();
    port_test_interrupt_at(0);
    bytes_arrive(0, fd, "x");
    assert_receives(fd, "x");
}

/* ---- Pollers ---- */

struct counter {
    struct msock_poller poller;
    unsigned polls;
    bool more;
    bool (*what)(void);
};

static bool count_poll(struct msock_poller *self)
{
    struct counter *c = (struct counter *)(void *)self;

    port_test_require(port_test_locked(), "pollers run under the lock");
    port_test_note("poll");
    c->polls++;
    if (c->what && c->what()) {
        return true;
    }
    const bool more = c->more;
    c->more = false;
    return more;
}

/* Pollers stay for ever: so this one is added once, for all tests. */
static struct counter counter = {.poller.poll = count_poll};

static void pollers_run_before_the_stack_does(void **state)
{
    (void)state;
    const int fd = connected_stream();
    msock_poller_add(&counter.poller);
    count_anew();
    assert_fails(msock_recv(fd, buf, 1, MSOCK_MSG_DONTWAIT), MSOCK_EAGAIN);
    assert_string_equal(port_test_trace(), "recv poll run recv ");
}

static void a_poller_that_is_added_twice_runs_once(void **state)
{
    (void)state;
    msock_poller_add(&counter.poller);
    msock_poller_add(&counter.poller);
    counter.polls = 0;
    msock_run();
    assert_int_equal(counter.polls, 1);
}

static void all_pollers_run(void **state)
{
    (void)state;
    static struct counter second = {.poller.poll = count_poll};
    msock_poller_add(&counter.poller);
    msock_poller_add(&second.poller);
    msock_poller_add(&counter.poller);
    counter.polls = 0;
    second.polls = 0;
    msock_run();
    assert_int_equal(counter.polls, 1);
    assert_int_equal(second.polls, 1);
    counter.more = true;
    assert_true(msock_run());
    second.more = true;
    assert_true(msock_run());
    assert_false(msock_run());
}

static void nobody_sleeps_while_a_poller_has_more(void **state)
{
    (void)state;
    const int fd = connected_stream();
    msock_poller_add(&counter.poller);
    set_timeout(fd, MSOCK_SO_RCVTIMEO, 7);
    counter.more = true;
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_EAGAIN);
    assert_int_equal(port_test.sleeps, 2);
    assert_int_equal(elapsed_ms(), 7);
}

static void run_tells_whether_there_was_anything_to_do(void **state)
{
    (void)state;
    msock_poller_add(&counter.poller);
    counter.more = false;
    assert_false(msock_run());
    counter.more = true;
    assert_true(msock_run());
    timer_runs(0);
    assert_true(msock_run());
    assert_false(msock_run());
}

static void run_inside_a_run_does_nothing(void **state)
{
    (void)state;
    msock_poller_add(&counter.poller);
    counter.polls = 0;
    counter.what = msock_run;
    const unsigned runs = fake_calls.runs;
    const bool more = msock_run();
    counter.what = NULL;
    assert_false(more);
    assert_int_equal(counter.polls, 1);
    assert_int_equal(fake_calls.runs, runs + 1);
}

static void after_a_run_the_next_one_runs(void **state)
{
    (void)state;
    count_anew();
    msock_run();
    msock_run();
    assert_int_equal(fake_calls.runs, 2);
}

/* ---- Quick acknowledgements ---- */

static void an_acknowledgement_that_is_held_back_is_sent_before_a_sleep(void **state)
{
    (void)state;
    const int fd = connected_stream();
    fake_hold_ack(sk_of(fd));
    bytes_arrive(5, fd, "x");
    count_anew();
    assert_receives(fd, "x");
    assert_int_equal(fake_calls.acks, 1);
    /* What it sets off is looked at first: the first sleep is none. */
    assert_string_equal(port_test_trace(), "recv run recv ack sleep run recv ack sleep run recv ");
    assert_int_equal(elapsed_ms(), 5);
}

static void whoever_sleeps_acknowledges_for_all_sockets(void **state)
{
    (void)state;
    const int other = connected_stream();
    const int listener = listening_with(1);
    const int fd = datagram();
    fake_hold_ack(sk_of(other));
    fake_hold_ack(fake_newest());
    set_timeout(fd, MSOCK_SO_RCVTIMEO, 5);
    count_anew();
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_EAGAIN);
    assert_int_equal(fake_calls.acks, 2);
    assert_int_equal(elapsed_ms(), 5);
    fake_hold_ack(sk_of(other));
    count_anew();
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_EAGAIN);
    assert_int_equal(port_test.sleeps, 2);
    assert_gives(msock_close(listener), 0);
}

static void a_non_blocking_call_leaves_the_acknowledgement_to_the_answer(void **state)
{
    (void)state;
    const int fd = connected_stream();
    fake_hold_ack(sk_of(fd));
    assert_fails(msock_recv(fd, buf, 1, MSOCK_MSG_DONTWAIT), MSOCK_EAGAIN);
    assert_int_equal(fake_calls.acks, 0);
}

/* The fake refuses to acknowledge for a stream that is not connected. */
static void streams_without_a_connection_acknowledge_nothing(void **state)
{
    (void)state;
    const int fd = datagram();
    (void)stream();
    (void)connecting_stream();
    (void)listening();
    (void)refused_stream();
    (void)reset_stream();
    set_timeout(fd, MSOCK_SO_RCVTIMEO, 5);
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_EAGAIN);
}

/* ---- The socket is closed meanwhile ---- */

static void close_fd(void *fd)
{
    assert_gives(msock_close(*(int *)fd), 0);
}

/* The new socket gets both the descriptor and the object of the old one. */
static void replace_fd(void *fd)
{
    const struct core_sock *before = core_get(*(int *)fd);

    assert_gives(msock_close(*(int *)fd), 0);
    assert_int_equal(connected_stream(), *(int *)fd);
    assert_ptr_equal(core_get(*(int *)fd), before);
    bytes_arrive(0, *(int *)fd, "for somebody else");
}

static void a_call_on_a_socket_that_is_closed_meanwhile_gives_ebadf(void **state)
{
    (void)state;
    int fd = connected_stream();
    port_test_at(3, close_fd, &fd);
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_EBADF);
    assert_int_equal(elapsed_ms(), 3);
}

static void so_it_does_if_descriptor_and_object_are_in_use_again(void **state)
{
    (void)state;
    int fd = connected_stream();
    port_test_at(3, replace_fd, &fd);
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_EBADF);
    assert_receives(fd, "for somebody else");
}

static void so_it_does_for_every_call_that_waits(void **state)
{
    (void)state;
    int fd = full_stream();
    port_test_at(1, close_fd, &fd);
    assert_fails(msock_send(fd, "x", 1, 0), MSOCK_EBADF);
    fd = listening();
    port_test_at(1, close_fd, &fd);
    assert_fails(msock_accept(fd, NULL, NULL), MSOCK_EBADF);
    fd = stream();
    port_test_at(1, close_fd, &fd);
    assert_fails(msock_connect(fd, peer4(80), LEN4), MSOCK_EBADF);
    fd = connecting_stream();
    port_test_at(1, close_fd, &fd);
    assert_fails(msock_connect(fd, peer4(80), LEN4), MSOCK_EBADF);
    fd = datagram();
    port_test_at(1, close_fd, &fd);
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_EBADF);
}

static void start_anew(void *unused)
{
    (void)unused;
    msock_init();
}

static void a_soft_reset_ends_every_wait(void **state)
{
    (void)state;
    const int fd = connected_stream();
    port_test_at(1, start_anew, NULL);
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_EBADF);
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_EBADF);
}

static int to_close;

static bool close_in_poller(void)
{
    /* As a thread would that gets the lock between two rounds of the wait. */
    port_unlock();
    if (to_close >= 0) {
        (void)msock_close(to_close);
    }
    to_close = -1;
    port_lock();
    return false;
}

static void a_non_blocking_call_looks_too_whether_its_socket_is_still_there(void **state)
{
    (void)state;
    const int fd = connected_stream();
    msock_poller_add(&counter.poller);
    to_close = fd;
    counter.what = close_in_poller;
    const msock_ssize_t result = msock_recv(fd, buf, 1, MSOCK_MSG_DONTWAIT);
    counter.what = NULL;
    assert_int_equal(result, -1);
    assert_int_equal(msock_errno, MSOCK_EBADF);
}

/* ---- Calls inside a waiting call ---- */

static void talk(void *fd)
{
    bytes_arrive(5, *(int *)fd, "inner");
    assert_receives(*(int *)fd, "inner");
}

static void calls_that_wait_can_be_nested(void **state)
{
    (void)state;
    int inner = connected_stream();
    const int outer = connected_stream();
    port_test_at(10, talk, &inner);
    bytes_arrive(12, outer, "outer");
    assert_receives(outer, "outer");
    assert_int_equal(elapsed_ms(), 15);
}

static void steal(void *fd)
{
    bytes_arrive(0, *(int *)fd, "x");
    assert_receives(*(int *)fd, "x");
}

static void what_a_nested_call_has_taken_is_not_there_for_the_outer_one(void **state)
{
    (void)state;
    int fd = connected_stream();
    port_test_at(1, steal, &fd);
    set_timeout(fd, MSOCK_SO_RCVTIMEO, 9);
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_EAGAIN);
    assert_int_equal(elapsed_ms(), 9);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_call_that_has_its_result_does_not_run_the_stack),
        TEST(a_non_blocking_call_runs_the_stack_exactly_once),
        TEST(dontwait_makes_one_call_non_blocking),
        TEST(a_non_blocking_call_finds_what_its_run_has_brought),
        TEST(a_blocking_call_tries_runs_tries_and_only_then_sleeps),
        TEST(a_blocking_call_does_not_sleep_if_the_run_has_brought_its_result),
        TEST(the_host_is_served_but_nobody_sleeps_while_there_is_more_to_do),
        TEST(a_sleep_is_as_long_as_the_stacks_next_timer),
        TEST(a_time_out_is_kept_to_the_millisecond_across_the_clocks_wrap_around),
        TEST(bytes_in_the_last_millisecond_are_in_time),
        TEST(a_time_out_is_not_prolonged_by_what_concerns_others),
        TEST(a_time_out_is_shorter_than_the_next_timer),
        TEST(without_a_time_out_a_call_waits_as_long_as_it_takes),
        TEST(the_longest_time_out_is_kept),
        TEST(the_port_can_interrupt_a_wait),
        TEST(the_port_can_interrupt_a_wait_that_does_not_sleep),
        TEST(a_result_is_not_lost_to_an_interruption),
        TEST(an_acknowledgement_that_is_held_back_is_sent_before_a_sleep),
        TEST(whoever_sleeps_acknowledges_for_all_sockets),
        TEST(a_non_blocking_call_leaves_the_acknowledgement_to_the_answer),
        TEST(streams_without_a_connection_acknowledge_nothing),
        TEST(a_call_on_a_socket_that_is_closed_meanwhile_gives_ebadf),
        TEST(so_it_does_if_descriptor_and_object_are_in_use_again),
        TEST(so_it_does_for_every_call_that_waits),
        TEST(a_soft_reset_ends_every_wait),
        TEST(calls_that_wait_can_be_nested),
        TEST(what_a_nested_call_has_taken_is_not_there_for_the_outer_one),
        TEST(after_a_run_the_next_one_runs),
        /* From here on there is a poller. */
        TEST(pollers_run_before_the_stack_does),
        TEST(a_poller_that_is_added_twice_runs_once),
        TEST(all_pollers_run),
        TEST(nobody_sleeps_while_a_poller_has_more),
        TEST(run_tells_whether_there_was_anything_to_do),
        TEST(a_non_blocking_call_looks_too_whether_its_socket_is_still_there),
        TEST(run_inside_a_run_does_nothing),
    };
    return RUN_TESTS(tests);
}
