/*
 * test_table.c: opening sockets, and the pools: descriptors, sockets, control blocks.
 */
#include "support.h"

static struct msock_usage usage_now(void)
{
    struct msock_usage usage;

    memset(&usage, 0x55, sizeof usage);
    msock_get_usage(&usage);
    return usage;
}

static int open_stream(void)
{
    return msock_socket(MSOCK_AF_INET, MSOCK_SOCK_STREAM, 0);
}

/* ---- socket ---- */

static void every_kind_of_socket_can_be_opened(void **state)
{
    (void)state;
    static const int domains[] = {MSOCK_AF_INET, MSOCK_AF_INET6};
    static const struct {
        int type, protocol;
    } kinds[] = {{MSOCK_SOCK_STREAM, 0},
                 {MSOCK_SOCK_STREAM, MSOCK_IPPROTO_TCP},
                 {MSOCK_SOCK_DGRAM, 0},
                 {MSOCK_SOCK_DGRAM, MSOCK_IPPROTO_UDP}};
    for (int i = 0; i < 1 + MSOCK_IPV6; i++) {
        for (unsigned j = 0; j < sizeof kinds / sizeof kinds[0]; j++) {
            const int fd = msock_socket(domains[i], kinds[j].type, kinds[j].protocol);
            assert_int_equal(fd, MSOCK_FIRST_FD);
            assert_gives(msock_close(fd), 0);
        }
    }
}

static void other_kinds_are_refused(void **state)
{
    (void)state;
    assert_fails(msock_socket(1, MSOCK_SOCK_STREAM, 0), MSOCK_EAFNOSUPPORT); /* AF_UNIX */
    assert_fails(msock_socket(MSOCK_AF_UNSPEC, MSOCK_SOCK_STREAM, 0), MSOCK_EAFNOSUPPORT);
    assert_fails(msock_socket(MSOCK_AF_INET, 5, 0), MSOCK_ESOCKTNOSUPPORT); /* SOCK_SEQPACKET */
    assert_fails(msock_socket(MSOCK_AF_INET, 0, 0), MSOCK_ESOCKTNOSUPPORT);
    assert_fails(msock_socket(MSOCK_AF_INET, 10, 0), MSOCK_ESOCKTNOSUPPORT); /* SOCK_PACKET */
    assert_fails(msock_socket(MSOCK_AF_INET, 11, 0), MSOCK_EINVAL);
    assert_fails(msock_socket(MSOCK_AF_INET, MSOCK_SOCK_STREAM, -1), MSOCK_EINVAL);
    assert_fails(msock_socket(MSOCK_AF_INET, MSOCK_SOCK_STREAM, 262), MSOCK_EPROTONOSUPPORT);
    assert_fails(msock_socket(MSOCK_AF_INET, MSOCK_SOCK_STREAM, 263), MSOCK_EINVAL);
    assert_fails(msock_socket(MSOCK_AF_INET, -1, 0), MSOCK_EINVAL);
    assert_fails(msock_socket(MSOCK_AF_INET, MSOCK_SOCK_STREAM | 0x1000, 0), MSOCK_EINVAL);
    assert_fails(msock_socket(MSOCK_AF_INET, MSOCK_SOCK_STREAM, MSOCK_IPPROTO_UDP),
                 MSOCK_EPROTONOSUPPORT);
    assert_fails(msock_socket(MSOCK_AF_INET, MSOCK_SOCK_DGRAM, MSOCK_IPPROTO_TCP),
                 MSOCK_EPROTONOSUPPORT);
    if (!MSOCK_IPV6) {
        assert_fails(msock_socket(MSOCK_AF_INET6, MSOCK_SOCK_STREAM, 0), MSOCK_EAFNOSUPPORT);
    }
    assert_int_equal(usage_now().sockets, 0);
}

static void the_lowest_free_descriptor_is_taken(void **state)
{
    (void)state;
    const int first = stream();
    const int second = datagram();
    const int third = stream();
    assert_int_equal(first, MSOCK_FIRST_FD);
    assert_int_equal(second, MSOCK_FIRST_FD + 1);
    assert_int_equal(third, MSOCK_FIRST_FD + 2);
    assert_gives(msock_close(second), 0);
    assert_gives(msock_close(first), 0);
    assert_int_equal(stream(), first);
    assert_int_equal(stream(), second);
}

static void a_new_socket_remembers_nothing_of_the_old_one(void **state)
{
    (void)state;
    char buf[1];
    struct msock_timeval time = {-1, -1};
    msock_socklen_t len = sizeof time;
    const int fd = reset_stream();
    make_nonblocking(fd);
    set_timeout(fd, MSOCK_SO_RCVTIMEO, 5);
    assert_gives(msock_close(fd), 0);
    assert_int_equal(connected_stream(), fd);
    assert_gives(msock_fcntl(fd, MSOCK_F_GETFL, 0), MSOCK_O_RDWR);
    assert_gives(msock_getsockopt(fd, MSOCK_SOL_SOCKET, MSOCK_SO_RCVTIMEO, &time, &len), 0);
    assert_int_equal(time.tv_sec + time.tv_usec, 0);
    assert_fails(msock_recv(fd, buf, 1, MSOCK_MSG_DONTWAIT), MSOCK_EAGAIN);
    assert_sends(fd, "x");
}

/* ---- Pools ---- */

static void open_until_it_fails(int error)
{
    int last = -1;
    int opened = 0;
    int fd;

    while ((fd = open_stream()) >= 0) {
        last = fd;
        opened++;
    }
    assert_int_equal(msock_errno, error);
    assert_fails(open_stream(), error);
    assert_int_equal(usage_now().sockets, opened);
    assert_int_equal(usage_now().fds, opened);
    assert_int_equal(usage_now().tcp_blocks, opened);
    assert_gives(msock_close(last), 0);
    assert_int_equal(open_stream(), last);
}

/* Connections in an accept queue are sockets that have no descriptor. */
static void without_a_free_socket_it_is_enfile(void **state)
{
    (void)state;
    const int listener = listening();
    assert_gives(msock_listen(listener, MSOCK_MAX_BACKLOG), 0);
    for (int i = 1; i < MSOCK_MAX_SOCKETS; i++) {
        connection_arrives(0, listener);
    }
    settle();
    assert_int_equal(usage_now().sockets, MSOCK_MAX_SOCKETS);
    assert_fails(open_stream(), MSOCK_ENFILE);
    assert_int_equal(usage_now().fds, 1);
    assert_gives(msock_close(listener), 0);
    assert_int_equal(open_stream(), listener);
}

static void without_a_free_descriptor_and_a_free_socket_it_is_emfile(void **state)
{
    (void)state;
    if (MSOCK_MAX_FDS != MSOCK_MAX_SOCKETS) {
        skip();
    }
    open_until_it_fails(MSOCK_EMFILE);
    assert_int_equal(usage_now().sockets, MSOCK_MAX_SOCKETS);
}

static void without_a_free_descriptor_it_is_emfile(void **state)
{
    (void)state;
    const int fd = stream();
    const int first_taken = use_up_descriptors(fd);
    assert_fails(open_stream(), MSOCK_EMFILE);
    assert_int_equal(usage_now().sockets, 1);
    assert_int_equal(usage_now().tcp_blocks, 1);
    release_descriptors(first_taken);
    assert_int_equal(open_stream(), first_taken);
}

static void without_a_free_control_block_it_is_enobufs(void **state)
{
    (void)state;
    fake_limit_blocks(2);
    open_until_it_fails(MSOCK_ENOBUFS);
    assert_int_equal(usage_now().sockets, 2);
    assert_fails(msock_socket(MSOCK_AF_INET, MSOCK_SOCK_DGRAM, 0), MSOCK_ENOBUFS);
}

static void a_stream_that_has_lost_its_block_takes_a_new_one_to_connect(void **state)
{
    (void)state;
    const int fd = stream();
    fake_peer_answers(0, -MSOCK_ECONNRESET);
    assert_fails(msock_connect(fd, peer4(80), LEN4), MSOCK_ECONNREFUSED);
    fake_limit_blocks(0);
    assert_fails(msock_connect(fd, peer4(80), LEN4), MSOCK_ENOBUFS);
    assert_fails(msock_listen(fd, 1), MSOCK_ENOBUFS);
    assert_fails(msock_bind(fd, peer4(80), LEN4), MSOCK_ENOBUFS);
    fake_limit_blocks(1);
    fake_peer_answers(0, 0);
    assert_gives(msock_connect(fd, peer4(80), LEN4), 0);
}

static void usage_counts_what_is_in_use(void **state)
{
    (void)state;
    struct msock_usage usage = usage_now();
    const struct msock_usage none = {0};
    assert_memory_equal(&usage, &none, sizeof usage);
    const int listener = listening_with(2);
    (void)datagram();
    usage = usage_now();
    assert_int_equal(usage.fds, 2);
    assert_int_equal(usage.sockets, 4);
    assert_int_equal(usage.tcp_blocks, 3);
    assert_int_equal(usage.udp_blocks, 1);
    assert_true(msock_accept(listener, NULL, NULL) >= 0);
    assert_int_equal(usage_now().fds, 3);
    assert_int_equal(usage_now().sockets, 4);
}

static void a_soft_reset_gives_everything_back_and_resets_connections(void **state)
{
    (void)state;
    const struct msock_usage none = {0};
    const int fd = connected_stream();
    (void)listening_with(2);
    (void)datagram();
    (void)dead_stream();
    count_anew();
    msock_init();
    assert_int_equal(fake_calls.aborts, 5);
    const struct msock_usage usage = usage_now();
    assert_memory_equal(&usage, &none, sizeof usage);
    assert_fails(msock_close(fd), MSOCK_EBADF);
    assert_int_equal(stream(), MSOCK_FIRST_FD);
}

/* ---- Calls on what is no descriptor ---- */

static void check_every_call(int fd)
{
    char buf[1] = "";
    int value = 0;
    msock_socklen_t len = sizeof value;
    struct msock_sockaddr_storage addr = {.ss.sa.sa_family = MSOCK_AF_INET};
    msock_socklen_t addr_len = sizeof addr;

    assert_fails(msock_bind(fd, &addr.ss.sa, LEN4), MSOCK_EBADF);
    assert_fails(msock_bind(fd, NULL, 0), MSOCK_EBADF);
    assert_fails(msock_connect(fd, &addr.ss.sa, LEN4), MSOCK_EBADF);
    assert_fails(msock_connect(fd, NULL, 0), MSOCK_EBADF);
    assert_fails(msock_listen(fd, 1), MSOCK_EBADF);
    assert_fails(msock_accept(fd, NULL, NULL), MSOCK_EBADF);
    assert_fails(msock_send(fd, buf, 1, 0), MSOCK_EBADF);
    assert_fails(msock_send(fd, NULL, 1, -1), MSOCK_EBADF);
    assert_fails(msock_sendto(fd, buf, 1, 0, &addr.ss.sa, LEN4), MSOCK_EBADF);
    assert_fails(msock_recv(fd, buf, 1, 0), MSOCK_EBADF);
    assert_fails(msock_recv(fd, NULL, 1, -1), MSOCK_EBADF);
    assert_fails(msock_recvfrom(fd, buf, 1, 0, &addr.ss.sa, &addr_len), MSOCK_EBADF);
    assert_fails(msock_shutdown(fd, MSOCK_SHUT_RDWR), MSOCK_EBADF);
    assert_fails(msock_shutdown(fd, 4711), MSOCK_EBADF);
    assert_fails(msock_close(fd), MSOCK_EBADF);
    assert_fails(msock_getsockname(fd, &addr.ss.sa, &addr_len), MSOCK_EBADF);
    assert_fails(msock_getpeername(fd, NULL, NULL), MSOCK_EBADF);
    assert_fails(msock_setsockopt(fd, MSOCK_SOL_SOCKET, MSOCK_SO_REUSEADDR, &value, len),
                 MSOCK_EBADF);
    assert_fails(msock_getsockopt(fd, MSOCK_SOL_SOCKET, MSOCK_SO_ERROR, &value, &len), MSOCK_EBADF);
    assert_fails(msock_fcntl(fd, MSOCK_F_GETFL, 0), MSOCK_EBADF);
    assert_false(port_test_locked());
    assert_int_equal(fake_calls.runs, 0);
}

static void every_call_on_a_bad_descriptor_gives_ebadf(void **state)
{
    (void)state;
    static const int bad[] = {
        -1, -4711, INT32_MIN, INT32_MAX, MSOCK_FIRST_FD - 1, MSOCK_FIRST_FD + MSOCK_MAX_FDS};
    for (unsigned i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        check_every_call(bad[i]);
    }
}

static void every_call_on_a_closed_descriptor_gives_ebadf(void **state)
{
    (void)state;
    const int fd = stream();
    assert_gives(msock_close(fd), 0);
    check_every_call(fd);
    check_every_call(MSOCK_FIRST_FD + MSOCK_MAX_FDS - 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(every_kind_of_socket_can_be_opened),
        TEST(other_kinds_are_refused),
        TEST(the_lowest_free_descriptor_is_taken),
        TEST(a_new_socket_remembers_nothing_of_the_old_one),
        TEST(without_a_free_socket_it_is_enfile),
        TEST(without_a_free_descriptor_and_a_free_socket_it_is_emfile),
        TEST(without_a_free_descriptor_it_is_emfile),
        TEST(without_a_free_control_block_it_is_enobufs),
        TEST(a_stream_that_has_lost_its_block_takes_a_new_one_to_connect),
        TEST(usage_counts_what_is_in_use),
        TEST(a_soft_reset_gives_everything_back_and_resets_connections),
        TEST(every_call_on_a_bad_descriptor_gives_ebadf),
        TEST(every_call_on_a_closed_descriptor_gives_ebadf),
    };
    return RUN_TESTS(tests);
}
