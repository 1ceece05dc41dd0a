/*
 * support.c: the words that the unit tests are written in.
 */
#include "support.h"

#include <stdio.h>

static uint32_t marked_ms;
static uint16_t next_peer_port;

/* cmocka leaves the test by a long jump. */
static void rule_broken(const char *rule)
{
    fail_msg("rule broken: %s", rule);
}

int setup(void **state)
{
    (void)state;
    port_test_on_failure = rule_broken;
    port_test_reset();
    msock_init();
    fake_reset();
    next_peer_port = 1001;
    mark_time();
    return 0;
}

int teardown(void **state)
{
    (void)state;
    assert_false(port_test_locked());
    assert_int_equal(fake_open_questions(), 0);
    return 0;
}

/* ---- What is expected of a call ---- */

void check_gives(long long result, long long value, const char *call, const char *file, int line)
{
    const int error = msock_errno;

    if (result != value) {
        print_error("%s\n    gives %lld (errno %s), and not %lld\n", call, result,
                    msock_error_name(error), value);
        _fail(file, line);
    }
    if (error != 4711) {
        print_error("%s\n    succeeds, and sets errno to %s\n", call, msock_error_name(error));
        _fail(file, line);
    }
}

void check_fails(long long result, int error, const char *call, const char *file, int line)
{
    const int found = msock_errno;

    if (result != -1 || found != error) {
        print_error("%s\n    gives %lld, errno %s, and not -1, errno %s\n", call, result,
                    msock_error_name(found), msock_error_name(error));
        _fail(file, line);
    }
}

void check_receives(int fd, const char *text, const char *file, int line)
{
    char buf[FAKE_MAX_BYTES];
    const size_t len = strlen(text);

    check_gives((msock_errno = 4711, msock_recv(fd, buf, sizeof buf, 0)), (long long)len, "recv()",
                file, line);
    _assert_memory_equal(buf, text, len, file, line);
}

void check_sent(int fd, const char *text, const char *file, int line)
{
    size_t len;
    const char *sent = fake_sent(sk_of(fd), &len);

    _assert_int_equal(len, strlen(text), file, line);
    _assert_memory_equal(sent, text, len, file, line);
}

void mark_time(void)
{
    marked_ms = port_test.now_ms;
}

uint32_t elapsed_ms(void)
{
    return port_test.now_ms - marked_ms;
}

int pending_error(int fd)
{
    int error = -1;
    msock_socklen_t len = sizeof error;

    assert_gives(msock_getsockopt(fd, MSOCK_SOL_SOCKET, MSOCK_SO_ERROR, &error, &len), 0);
    return error;
}

unsigned events_of(int fd)
{
    struct msock_pollfd p = {.fd = fd, .events = 0x7fff};
    const int ready = msock_poll(&p, 1, 0);

    assert_int_equal(ready, p.revents != 0);
    return (unsigned)p.revents;
}

/* ---- Sockets in a state ---- */

static int opened(int domain, int type)
{
    const int fd = msock_socket(domain, type, 0);

    assert_true(fd >= 0);
    return fd;
}

int stream(void)
{
    return opened(MSOCK_AF_INET, MSOCK_SOCK_STREAM);
}

int stream6(void)
{
    return opened(MSOCK_AF_INET6, MSOCK_SOCK_STREAM);
}

int datagram(void)
{
    return opened(MSOCK_AF_INET, MSOCK_SOCK_DGRAM);
}

int datagram6(void)
{
    return opened(MSOCK_AF_INET6, MSOCK_SOCK_DGRAM);
}

int bound_stream(void)
{
    const int fd = stream();

    assert_gives(msock_bind(fd, peer4(80), LEN4), 0);
    return fd;
}

int connecting_stream(void)
{
    const int fd = stream();

    make_nonblocking(fd);
    fake_peer_answers(FAKE_NEVER, 0);
    assert_fails(msock_connect(fd, peer4(80), LEN4), MSOCK_EINPROGRESS);
    assert_gives(msock_fcntl(fd, MSOCK_F_SETFL, 0), 0);
    settle();
    return fd;
}

int connected_stream(void)
{
    const int fd = stream();

    fake_peer_answers(0, 0);
    assert_gives(msock_connect(fd, peer4(80), LEN4), 0);
    fake_peer_answers(FAKE_NEVER, 0);
    return fd;
}

int refused_stream(void)
{
    const int fd = connecting_stream();

    connection_fails(0, fd, -MSOCK_ECONNRESET);
    settle();
    return fd;
}

int listening(void)
{
    const int fd = bound_stream();

    assert_gives(msock_listen(fd, 2), 0);
    return fd;
}

int listening_with(int count)
{
    const int fd = listening();

    for (int i = 0; i < count; i++) {
        connection_arrives(0, fd);
    }
    settle();
    return fd;
}

int accepted_stream(void)
{
    return msock_accept(listening_with(1), NULL, NULL);
}

int full_stream(void)
{
    static const char much[FAKE_MAX_BYTES];
    const int fd = connected_stream();

    (void)msock_send(fd, much, sizeof much, MSOCK_MSG_DONTWAIT);
    assert_fails(msock_send(fd, "x", 1, MSOCK_MSG_DONTWAIT), MSOCK_EAGAIN);
    return fd;
}

int ended_stream(void)
{
    const int fd = connected_stream();

    peer_ends(0, fd);
    settle();
    return fd;
}

int shut_stream(int how)
{
    const int fd = connected_stream();

    assert_gives(msock_shutdown(fd, how), 0);
    return fd;
}

int finished_stream(void)
{
    const int fd = ended_stream();

    assert_gives(msock_shutdown(fd, MSOCK_SHUT_WR), 0);
    return fd;
}

int reset_stream(void)
{
    const int fd = connected_stream();

    connection_fails(0, fd, -MSOCK_ECONNRESET);
    settle();
    return fd;
}

int dead_stream(void)
{
    const int fd = reset_stream();

    assert_int_equal(pending_error(fd), MSOCK_ECONNRESET);
    return fd;
}

int connected_datagram(void)
{
    const int fd = datagram();

    assert_gives(msock_connect(fd, peer4(53), LEN4), 0);
    return fd;
}

void make_nonblocking(int fd)
{
    assert_gives(msock_fcntl(fd, MSOCK_F_SETFL, MSOCK_O_NONBLOCK), 0);
}

void set_timeout(int fd, int option, long ms)
{
    const struct msock_timeval time = {.tv_sec = ms / 1000, .tv_usec = ms % 1000 * 1000};

    assert_gives(msock_setsockopt(fd, MSOCK_SOL_SOCKET, option, &time, sizeof time), 0);
}

struct stk_sock *sk_of(int fd)
{
    return &core_get(fd)->stk;
}

int use_up_descriptors(int fd)
{
    int first = 0;
    int taken;

    while ((taken = core_fd_open(core_get(fd))) >= 0) {
        first = first ? first : taken;
    }
    return first;
}

void release_descriptors(int first_taken)
{
    for (int fd = first_taken; core_get(fd); fd++) {
        core_fd_close(fd);
    }
}

/* ---- What happens on the network ---- */

static struct stk_endpoint from(uint16_t port)
{
    return (struct stk_endpoint){.family = 4, .addr = {192, 0, 2, 1}, .port = port};
}

void bytes_arrive(uint32_t after_ms, int fd, const char *text)
{
    fake_at(after_ms, (struct fake_event){
                          .what = FAKE_BYTES, .sk = sk_of(fd), .bytes = text, .len = strlen(text)});
}

void datagram_arrives(uint32_t after_ms, int fd, const char *text)
{
    fake_at(after_ms, (struct fake_event){.what = FAKE_DATAGRAM,
                                          .sk = sk_of(fd),
                                          .bytes = text,
                                          .len = strlen(text),
                                          .from = from(53)});
}

void connection_arrives(uint32_t after_ms, int fd)
{
    fake_at(after_ms, (struct fake_event){.what = FAKE_CONNECTION,
                                          .sk = sk_of(fd),
                                          .from = from(next_peer_port++)});
}

void peer_ends(uint32_t after_ms, int fd)
{
    fake_at(after_ms, (struct fake_event){.what = FAKE_END, .sk = sk_of(fd)});
}

void connection_fails(uint32_t after_ms, int fd, int error)
{
    fake_at(after_ms, (struct fake_event){.what = FAKE_FAILURE, .sk = sk_of(fd), .error = error});
}

void port_refuses(uint32_t after_ms, int fd)
{
    fake_at(after_ms, (struct fake_event){.what = FAKE_REFUSED, .sk = sk_of(fd)});
}

void room_appears(uint32_t after_ms, int fd, size_t room)
{
    fake_at(after_ms, (struct fake_event){.what = FAKE_ROOM, .sk = sk_of(fd), .len = room});
}

void timer_runs(uint32_t after_ms)
{
    fake_at(after_ms, (struct fake_event){.what = FAKE_NOTHING});
}

void settle(void)
{
    while (msock_run()) {
    }
}

void count_anew(void)
{
    fake_calls = (struct fake_calls){0};
    port_test.sleeps = 0;
    port_test.wakes = 0;
    port_test_clear_trace();
}

/* ---- Addresses ---- */

static struct msock_sockaddr_storage storage;

const struct msock_sockaddr *peer4(uint16_t port)
{
    static const uint8_t addr[4] = {192, 0, 2, 1};

    memset(&storage, 0, sizeof storage);
    storage.ss.in.sin_family = MSOCK_AF_INET;
    storage.ss.in.sin_port = msock_htons(port);
    memcpy(&storage.ss.in.sin_addr, addr, sizeof addr);
    return &storage.ss.sa;
}

static const struct msock_sockaddr *address6(const uint8_t addr[16], uint16_t port)
{
    memset(&storage, 0, sizeof storage);
    storage.ss.in6.sin6_family = MSOCK_AF_INET6;
    storage.ss.in6.sin6_port = msock_htons(port);
    memcpy(&storage.ss.in6.sin6_addr, addr, 16);
    return &storage.ss.sa;
}

const struct msock_sockaddr *mapped_peer(uint16_t port)
{
    return address6((const uint8_t[16]){[10] = 0xff, 0xff, 192, 0, 2, 1}, port);
}

const struct msock_sockaddr *peer6(uint16_t port)
{
    return address6((const uint8_t[16]){0x20, 1, 0x0d, 0xb8, [15] = 1}, port);
}

static const char *text_of_in6(const struct msock_sockaddr_in6 *in6)
{
    static char text[MSOCK_INET6_ADDRSTRLEN + 20];
    char addr[MSOCK_INET6_ADDRSTRLEN];

    assert_non_null(msock_inet_ntop(MSOCK_AF_INET6, &in6->sin6_addr, addr, sizeof addr));
    if (in6->sin6_scope_id) {
        snprintf(text, sizeof text, "[%s%%%u]:%u", addr, (unsigned)in6->sin6_scope_id,
                 msock_ntohs(in6->sin6_port));
    } else {
        snprintf(text, sizeof text, "[%s]:%u", addr, msock_ntohs(in6->sin6_port));
    }
    return text;
}

const char *text_of(const struct msock_sockaddr *addr)
{
    static char text[MSOCK_INET_ADDRSTRLEN + 6];
    struct msock_sockaddr_storage copy;
    char bare[MSOCK_INET_ADDRSTRLEN];

    memcpy(&copy, addr, addr->sa_family == MSOCK_AF_INET ? LEN4 : LEN6);
    if (addr->sa_family == MSOCK_AF_INET6) {
        return text_of_in6(&copy.ss.in6);
    }
    assert_non_null(msock_inet_ntop(MSOCK_AF_INET, &copy.ss.in.sin_addr, bare, sizeof bare));
    snprintf(text, sizeof text, "%s:%u", bare, msock_ntohs(copy.ss.in.sin_port));
    return text;
}
