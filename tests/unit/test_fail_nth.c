/*
 * test_fail_nth.c: whole scenarios again and again, in which the 1st, 2nd, 3rd ... call of the
 * stack that can fail does fail, until the scenario passes. Whatever fails says so, and nothing is
 * lost by it.
 */
#include "support.h"

/* A scenario stops at the first call that fails. */
typedef bool scenario(void);

static bool exchange(int fd)
{
    char buf[8];

    bytes_arrive(1, fd, "ping");
    return msock_recv(fd, buf, sizeof buf, 0) == 4 && msock_send(fd, "pong", 4, 0) == 4 &&
           msock_shutdown(fd, MSOCK_SHUT_WR) == 0;
}

static bool serve_with(int listener)
{
    struct msock_sockaddr_storage addr;
    msock_socklen_t len = sizeof addr;

    if (msock_bind(listener, peer4(80), LEN4) || msock_listen(listener, 2)) {
        return false;
    }
    connection_arrives(1, listener);
    connection_arrives(1, listener);
    const int fd = msock_accept(listener, &addr.ss.sa, &len);
    const bool passed = fd >= 0 && exchange(fd);
    return (fd < 0 || msock_close(fd) == 0) && passed;
}

static bool a_server(void)
{
    const int listener = msock_socket(MSOCK_AF_INET, MSOCK_SOCK_STREAM, 0);
    const bool passed = listener >= 0 && serve_with(listener);

    return (listener < 0 || msock_close(listener) == 0) && passed;
}

static bool a_client(void)
{
    const int fd = msock_socket(MSOCK_AF_INET, MSOCK_SOCK_STREAM, 0);

    fake_peer_answers(5, 0);
    const bool passed = fd >= 0 && msock_connect(fd, peer4(80), LEN4) == 0 && exchange(fd);
    return (fd < 0 || msock_close(fd) == 0) && passed;
}

static bool try_twice(int fd)
{
    fake_peer_answers(5, -MSOCK_ECONNRESET);
    if (msock_connect(fd, peer4(80), LEN4) == 0 || msock_errno != MSOCK_ECONNREFUSED) {
        return false;
    }
    fake_peer_answers(5, 0);
    return msock_connect(fd, peer4(80), LEN4) == 0 && exchange(fd);
}

static bool a_client_that_is_refused_first(void)
{
    const int fd = msock_socket(MSOCK_AF_INET, MSOCK_SOCK_STREAM, 0);
    const bool passed = fd >= 0 && try_twice(fd);

    return (fd < 0 || msock_close(fd) == 0) && passed;
}

static bool ask(int fd)
{
    char buf[8];

    if (msock_bind(fd, peer4(0), LEN4) || msock_sendto(fd, "q", 1, 0, peer4(53), LEN4) != 1 ||
        msock_connect(fd, peer4(53), LEN4) || msock_send(fd, "q", 1, 0) != 1) {
        return false;
    }
    datagram_arrives(1, fd, "a");
    return msock_recv(fd, buf, sizeof buf, 0) == 1;
}

static bool a_question_by_datagram(void)
{
    const int fd = msock_socket(MSOCK_AF_INET, MSOCK_SOCK_DGRAM, 0);
    const bool passed = fd >= 0 && ask(fd);

    return (fd < 0 || msock_close(fd) == 0) && passed;
}

static bool a_name(void)
{
    static const uint8_t addr[16] = {1};
    struct msock_addrinfo *list = NULL;

    fake_server_answers(5, 4, addr);
    fake_server_answers(5, 6, addr);
    const int bad = msock_getaddrinfo("name", "80", NULL, &list);
    if (bad) {
        assert_int_equal(bad, MSOCK_EAI_AGAIN);
        msock_errno = MSOCK_ENOBUFS;
    }
    msock_freeaddrinfo(list);
    return bad == 0;
}

static void check_nothing_is_held(void)
{
    struct msock_usage usage;
    const struct msock_usage none = {0};

    msock_get_usage(&usage);
    assert_memory_equal(&usage, &none, sizeof usage);
    assert_int_equal(fake_open_questions(), 0);
    assert_false(port_test_locked());
}

/* How often the scenario has failed before it passed. */
static unsigned failures_of(scenario *run, int error)
{
    for (unsigned nth = 1; nth < 100; nth++) {
        fake_fail(nth, -error);
        msock_errno = 0;
        const bool passed = run();
        check_nothing_is_held();
        if (passed) {
            fake_fail(0, 0);
            return nth - 1;
        }
        assert_int_equal(msock_errno, error);
    }
    fail_msg("the scenario never passes");
    return 0;
}

/* The numbers are those of the calls that can fail: less would mean that a failure was ignored. */

static void a_server_survives_every_failure(void **state)
{
    (void)state;
    /* open, bind, listen, send, shutdown */
    assert_int_equal(failures_of(a_server, MSOCK_ENOBUFS), 5);
}

static void a_client_survives_every_failure(void **state)
{
    (void)state;
    /* open, connect, send, shutdown */
    assert_int_equal(failures_of(a_client, MSOCK_ENOBUFS), 4);
}

static void a_client_that_tries_again_survives_every_failure(void **state)
{
    (void)state;
    /* open, connect, open, connect, send, shutdown */
    assert_int_equal(failures_of(a_client_that_is_refused_first, MSOCK_ENOBUFS), 6);
}

static void a_datagram_socket_survives_every_failure(void **state)
{
    (void)state;
    /* open, bind, sendto, connect, send; want of memory would be tried again */
    assert_int_equal(failures_of(a_question_by_datagram, MSOCK_ENETUNREACH), 5);
}

static void a_look_up_survives_every_failure(void **state)
{
    (void)state;
    /* One question for each family, and the answer to either is enough. */
    assert_int_equal(failures_of(a_name, MSOCK_ENOBUFS), MSOCK_IPV6 ? 0 : 1);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_server_survives_every_failure),
        TEST(a_client_survives_every_failure),
        TEST(a_client_that_tries_again_survives_every_failure),
        TEST(a_datagram_socket_survives_every_failure),
        TEST(a_look_up_survives_every_failure),
    };
    return RUN_TESTS(tests);
}
