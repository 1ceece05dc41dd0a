/*
 * test_accept.c: listening, the accept queue, and what an accepted socket is like.
 */
#include "support.h"

/* Accepts, and tells the peer's port, which says which connection it is. */
static unsigned accepted_port(int listener)
{
    struct msock_sockaddr_storage addr;
    msock_socklen_t len = sizeof addr;

    assert_true(msock_accept(listener, &addr.ss.sa, &len) >= 0);
    assert_int_equal(len, LEN4);
    return msock_ntohs(addr.ss.in.sin_port);
}

static struct msock_usage usage_now(void)
{
    struct msock_usage usage;

    msock_get_usage(&usage);
    return usage;
}

/* ---- listen ---- */

static void listen_makes_a_stream_accept_connections(void **state)
{
    (void)state;
    const int fd = bound_stream();
    assert_gives(msock_listen(fd, 2), 0);
    connection_arrives(0, fd);
    assert_int_equal(accepted_port(fd), 1001);
}

static void listen_binds_a_stream_that_has_no_port(void **state)
{
    (void)state;
    const int fd = stream();
    struct msock_sockaddr_storage addr;
    msock_socklen_t len = sizeof addr;
    assert_gives(msock_listen(fd, 2), 0);
    assert_gives(msock_getsockname(fd, &addr.ss.sa, &len), 0);
    assert_true(addr.ss.in.sin_port != 0);
    assert_fails(msock_bind(fd, peer4(81), LEN4), MSOCK_EINVAL);
}

static void the_backlog_is_one_more_than_was_asked_for(void **state)
{
    (void)state;
    const int fd = stream();
    static const int asked[] = {0,  1,       MSOCK_MAX_BACKLOG - 1, MSOCK_MAX_BACKLOG, 1000000,
                                -1, -1000000};
    static const int granted[] = {1,
                                  2,
                                  MSOCK_MAX_BACKLOG,
                                  MSOCK_MAX_BACKLOG,
                                  MSOCK_MAX_BACKLOG,
                                  MSOCK_MAX_BACKLOG,
                                  MSOCK_MAX_BACKLOG};
    for (unsigned i = 0; i < sizeof asked / sizeof asked[0]; i++) {
        assert_gives(msock_listen(fd, asked[i]), 0);
        assert_int_equal(fake_backlog(sk_of(fd)), granted[i]);
    }
}

static void listen_again_keeps_the_queue(void **state)
{
    (void)state;
    const int fd = listening_with(2);
    assert_gives(msock_listen(fd, 0), 0);
    assert_int_equal(accepted_port(fd), 1001);
    assert_int_equal(accepted_port(fd), 1002);
}

static void only_a_stream_without_a_peer_can_listen(void **state)
{
    (void)state;
    assert_fails(msock_listen(connected_stream(), 1), MSOCK_EINVAL);
    assert_fails(msock_listen(connecting_stream(), 1), MSOCK_EINVAL);
    assert_fails(msock_listen(refused_stream(), 1), MSOCK_EINVAL);
    assert_fails(msock_listen(dead_stream(), 1), MSOCK_EINVAL);
}

static void what_the_stack_refuses_is_told(void **state)
{
    (void)state;
    const int fd = bound_stream();
    fake_fail(1, -MSOCK_EADDRINUSE);
    assert_fails(msock_listen(fd, 1), MSOCK_EADDRINUSE);
    assert_fails(msock_accept(fd, NULL, NULL), MSOCK_EINVAL);
    assert_gives(msock_listen(fd, 1), 0);
}

/* ---- accept ---- */

static void accept_gives_the_oldest_connection_first(void **state)
{
    (void)state;
    const int fd = listening_with(3);
    assert_int_equal(accepted_port(fd), 1001);
    connection_arrives(0, fd);
    settle();
    assert_int_equal(accepted_port(fd), 1002);
    assert_int_equal(accepted_port(fd), 1003);
    assert_int_equal(accepted_port(fd), 1004);
    make_nonblocking(fd);
    assert_fails(msock_accept(fd, NULL, NULL), MSOCK_EAGAIN);
}

static void a_queue_that_was_emptied_fills_again(void **state)
{
    (void)state;
    const int fd = listening_with(1);
    assert_int_equal(accepted_port(fd), 1001);
    connection_arrives(0, fd);
    connection_arrives(0, fd);
    settle();
    assert_int_equal(accepted_port(fd), 1002);
    assert_int_equal(accepted_port(fd), 1003);
}

static void two_listeners_have_two_queues(void **state)
{
    (void)state;
    const int one = listening();
    const int two = listening();
    connection_arrives(0, one);
    connection_arrives(0, two);
    connection_arrives(0, one);
    connection_arrives(0, two);
    settle();
    assert_int_equal(accepted_port(one), 1001);
    assert_int_equal(accepted_port(two), 1002);
    assert_int_equal(accepted_port(two), 1004);
    assert_int_equal(accepted_port(one), 1003);
}

static void accept_waits_for_a_connection(void **state)
{
    (void)state;
    const int fd = listening();
    connection_arrives(40, fd);
    assert_int_equal(accepted_port(fd), 1001);
    assert_int_equal(elapsed_ms(), 40);
}

static void the_receive_time_out_ends_the_wait(void **state)
{
    (void)state;
    const int fd = listening();
    set_timeout(fd, MSOCK_SO_RCVTIMEO, 15);
    assert_fails(msock_accept(fd, NULL, NULL), MSOCK_EAGAIN);
    assert_int_equal(elapsed_ms(), 15);
    port_test_interrupt_at(3);
    assert_fails(msock_accept(fd, NULL, NULL), MSOCK_EINTR);
}

static void accept_makes_room_in_the_backlog(void **state)
{
    (void)state;
    const int fd = listening_with(3);
    connection_arrives(0, fd);
    settle();
    assert_int_equal(fake_calls.refused, 1);
    assert_int_equal(accepted_port(fd), 1001);
    connection_arrives(0, fd);
    settle();
    assert_int_equal(fake_calls.refused, 1);
}

static void without_a_descriptor_the_connection_stays_in_the_queue(void **state)
{
    (void)state;
    const int fd = listening_with(1);
    const int first_taken = use_up_descriptors(fd);
    assert_fails(msock_accept(fd, NULL, NULL), MSOCK_EMFILE);
    assert_fails(msock_accept(fd, NULL, NULL), MSOCK_EMFILE);
    assert_int_equal(fake_calls.aborts, 0);
    release_descriptors(first_taken);
    assert_int_equal(accepted_port(fd), 1001);
}

static void without_a_socket_the_connection_is_refused(void **state)
{
    (void)state;
    const int fd = stream();
    assert_gives(msock_listen(fd, MSOCK_MAX_SOCKETS), 0);
    for (int i = 0; i < MSOCK_MAX_SOCKETS; i++) {
        connection_arrives(0, fd);
    }
    settle();
    assert_int_equal(usage_now().sockets, MSOCK_MAX_SOCKETS);
    assert_int_equal(fake_calls.refused, 1);
    assert_gives(msock_close(msock_accept(fd, NULL, NULL)), 0);
    connection_arrives(0, fd);
    settle();
    assert_int_equal(usage_now().sockets, MSOCK_MAX_SOCKETS);
    assert_int_equal(fake_calls.refused, 1);
}

static void only_a_listener_accepts(void **state)
{
    (void)state;
    assert_fails(msock_accept(stream(), NULL, NULL), MSOCK_EINVAL);
    assert_fails(msock_accept(bound_stream(), NULL, NULL), MSOCK_EINVAL);
    assert_fails(msock_accept(connected_stream(), NULL, NULL), MSOCK_EINVAL);
    assert_fails(msock_accept(dead_stream(), NULL, NULL), MSOCK_EINVAL);
}

static void an_address_needs_a_length(void **state)
{
    (void)state;
    const int fd = listening_with(1);
    struct msock_sockaddr addr;
    assert_fails(msock_accept(fd, &addr, NULL), MSOCK_EFAULT);
    assert_int_equal(accepted_port(fd), 1001);
}

/* ---- The accepted socket ---- */

static void an_accepted_socket_is_a_connected_stream(void **state)
{
    (void)state;
    char buf[1];
    struct msock_sockaddr_storage addr;
    msock_socklen_t len = sizeof addr;
    const int fd = accepted_stream();
    assert_sends(fd, "x");
    bytes_arrive(0, fd, "y");
    assert_receives(fd, "y");
    assert_gives(msock_getsockname(fd, &addr.ss.sa, &len), 0);
    assert_string_equal(text_of(&addr.ss.sa), "192.0.2.1:80");
    assert_gives(msock_getpeername(fd, &addr.ss.sa, &len), 0);
    assert_string_equal(text_of(&addr.ss.sa), "192.0.2.1:1001");
    assert_fails(msock_bind(fd, peer4(81), LEN4), MSOCK_EINVAL);
    assert_fails(msock_recv(fd, buf, 1, MSOCK_MSG_DONTWAIT), MSOCK_EAGAIN);
}

static void an_accepted_socket_has_the_listeners_options(void **state)
{
    (void)state;
    const int listener = listening();
    const int on = 1;
    int value = 0;
    msock_socklen_t len = sizeof value;
    struct msock_timeval time;
    msock_socklen_t time_len = sizeof time;
    assert_gives(msock_setsockopt(listener, MSOCK_IPPROTO_TCP, MSOCK_TCP_NODELAY, &on, sizeof on),
                 0);
    set_timeout(listener, MSOCK_SO_RCVTIMEO, 1234);
    set_timeout(listener, MSOCK_SO_SNDTIMEO, 2345);
    connection_arrives(0, listener);
    const int fd = msock_accept(listener, NULL, NULL);
    assert_gives(msock_getsockopt(fd, MSOCK_IPPROTO_TCP, MSOCK_TCP_NODELAY, &value, &len), 0);
    assert_int_equal(value, 1);
    assert_int_equal(fake_options(sk_of(fd)), STK_NODELAY);
    assert_gives(msock_getsockopt(fd, MSOCK_SOL_SOCKET, MSOCK_SO_RCVTIMEO, &time, &time_len), 0);
    assert_int_equal(time.tv_sec, 1);
    assert_int_equal(time.tv_usec, 234000);
    assert_gives(msock_getsockopt(fd, MSOCK_SOL_SOCKET, MSOCK_SO_SNDTIMEO, &time, &time_len), 0);
    assert_int_equal(time.tv_sec, 2);
}

static void an_accepted_socket_blocks_even_if_the_listener_does_not(void **state)
{
    (void)state;
    const int listener = listening_with(1);
    make_nonblocking(listener);
    const int fd = msock_accept(listener, NULL, NULL);
    assert_int_equal(msock_fcntl(fd, MSOCK_F_GETFL, 0), MSOCK_O_RDWR);
}

static void an_ipv6_listener_shows_ipv4_peers_as_mapped(void **state)
{
    (void)state;
    if (!MSOCK_IPV6) {
        skip();
    }
    struct msock_sockaddr_storage addr;
    msock_socklen_t len = sizeof addr;
    const int listener = stream6();
    assert_gives(msock_listen(listener, 1), 0);
    connection_arrives(0, listener);
    const int fd = msock_accept(listener, &addr.ss.sa, &len);
    assert_true(fd >= 0);
    assert_int_equal(len, LEN6);
    assert_string_equal(text_of(&addr.ss.sa), "[::ffff:192.0.2.1]:1001");
    len = sizeof addr;
    assert_gives(msock_getpeername(fd, &addr.ss.sa, &len), 0);
    assert_string_equal(text_of(&addr.ss.sa), "[::ffff:192.0.2.1]:1001");
}

/* ---- What happens to a connection while it waits ---- */

static struct stk_sock *waiting(int listener)
{
    connection_arrives(0, listener);
    settle();
    return fake_newest();
}

static void bytes_that_came_before_accept_are_there_after_it(void **state)
{
    (void)state;
    char buf[8];
    const int listener = listening();
    struct stk_sock *sk = waiting(listener);
    fake_at(0, (struct fake_event){.what = FAKE_BYTES, .sk = sk, .bytes = "early", .len = 5});
    fake_at(0, (struct fake_event){.what = FAKE_END, .sk = sk});
    settle();
    const int fd = msock_accept(listener, NULL, NULL);
    assert_receives(fd, "early");
    assert_gives(msock_recv(fd, buf, sizeof buf, 0), 0);
    assert_sends(fd, "x");
}

static void a_connection_that_is_reset_while_it_waits_is_handed_over_all_the_same(void **state)
{
    (void)state;
    char buf[8];
    struct msock_sockaddr_storage addr;
    msock_socklen_t len = sizeof addr;
    const int listener = listening();
    fake_at(0, (struct fake_event){
                   .what = FAKE_FAILURE, .sk = waiting(listener), .error = -MSOCK_ECONNRESET});
    settle();
    const int fd = msock_accept(listener, &addr.ss.sa, &len);
    assert_true(fd >= 0);
    assert_int_equal(addr.ss.in.sin_family, MSOCK_AF_INET);
    assert_fails(msock_recv(fd, buf, sizeof buf, 0), MSOCK_ECONNRESET);
    assert_gives(msock_recv(fd, buf, sizeof buf, 0), 0);
}

static void a_listener_that_is_closed_resets_what_waits(void **state)
{
    (void)state;
    const int fd = listening_with(3);
    count_anew();
    assert_gives(msock_close(fd), 0);
    assert_true(fake_calls.aborts >= 3);
    assert_int_equal(usage_now().sockets, 0);
    assert_int_equal(usage_now().tcp_blocks, 0);
}

static void an_accepted_socket_outlives_its_listener(void **state)
{
    (void)state;
    const int listener = listening_with(2);
    const int fd = msock_accept(listener, NULL, NULL);
    assert_gives(msock_close(listener), 0);
    assert_sends(fd, "x");
    assert_int_equal(usage_now().sockets, 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(listen_makes_a_stream_accept_connections),
        TEST(listen_binds_a_stream_that_has_no_port),
        TEST(the_backlog_is_one_more_than_was_asked_for),
        TEST(listen_again_keeps_the_queue),
        TEST(only_a_stream_without_a_peer_can_listen),
        TEST(what_the_stack_refuses_is_told),
        TEST(accept_gives_the_oldest_connection_first),
        TEST(a_queue_that_was_emptied_fills_again),
        TEST(two_listeners_have_two_queues),
        TEST(accept_waits_for_a_connection),
        TEST(the_receive_time_out_ends_the_wait),
        TEST(accept_makes_room_in_the_backlog),
        TEST(without_a_descriptor_the_connection_stays_in_the_queue),
        TEST(without_a_socket_the_connection_is_refused),
        TEST(only_a_listener_accepts),
        TEST(an_address_needs_a_length),
        TEST(an_accepted_socket_is_a_connected_stream),
        TEST(an_accepted_socket_has_the_listeners_options),
        TEST(an_accepted_socket_blocks_even_if_the_listener_does_not),
        TEST(an_ipv6_listener_shows_ipv4_peers_as_mapped),
        TEST(bytes_that_came_before_accept_are_there_after_it),
        TEST(a_connection_that_is_reset_while_it_waits_is_handed_over_all_the_same),
        TEST(a_listener_that_is_closed_resets_what_waits),
        TEST(an_accepted_socket_outlives_its_listener),
    };
    return RUN_TESTS(tests);
}
