/*
 * conformance.c: runs the cases, records what they see, and builds sockets for them.
 */
#include "conformance.h"

#include <setjmp.h>
#include <stdarg.h>

#include "microsockets/msock_errno.h"

static jmp_buf case_failed;
static char failure[256];

/* Ends the running case. Only case code and this file are on the stack above main: no call that
 * waits is jumped over. */
static _Noreturn void fail(struct site site, const char *format, ...)
{
    const char *slash = strrchr(site.file, '/');
    const char *name = slash != NULL ? slash + 1 : site.file;
    int used = snprintf(failure, sizeof failure, "%s:%d: ", name, site.line);
    va_list values;

    va_start(values, format);
    vsnprintf(failure + used, sizeof failure - (size_t)used, format, values);
    va_end(values);
    longjmp(case_failed, 1);
}

/* ---- Names ----------------------------------------------------------------------------------- */

static const char *error_name(int error)
{
    static const struct {
        int number;
        const char *name;
    } errors[] = {
#define ROW(name, number, text) {name, #name},
        MSOCK_ERRORS(ROW)
#undef ROW
    };

    for (size_t i = 0; i < sizeof errors / sizeof errors[0]; i++) {
        if (errors[i].number == error) {
            return errors[i].name;
        }
    }
    return error == 0 ? "no error" : "an error without a name";
}

/* "5" or "-1 ECONNRESET", in one of two buffers: enough for one message. */
static const char *result_text(long value, int error)
{
    static char texts[2][48];
    static unsigned turn;
    char *text = texts[turn++ % 2];

    if (value == -1 && error != 0) {
        snprintf(text, sizeof texts[0], "-1 %s", error_name(error));
    } else {
        snprintf(text, sizeof texts[0], "%ld", value);
    }
    return text;
}

static const char *events_text(int events)
{
    static const struct {
        int event;
        const char *name;
    } names[] = {
        {POLLIN, "IN"},       {POLLPRI, "PRI"},       {POLLOUT, "OUT"},
        {POLLERR, "ERR"},     {POLLHUP, "HUP"},       {POLLNVAL, "NVAL"},
        {POLLRDHUP, "RDHUP"}, {POLLRDNORM, "RDNORM"}, {POLLWRNORM, "WRNORM"},
    };
    static char texts[2][80];
    static unsigned turn;
    char *text = texts[turn++ % 2];
    size_t used = 0;

    snprintf(text, sizeof texts[0], "nothing");
    for (size_t i = 0; i < sizeof names / sizeof names[0]; i++) {
        if (events & names[i].event) {
            used += (size_t)snprintf(text + used, sizeof texts[0] - used, "%sPOLL%s",
                                     used > 0 ? "|" : "", names[i].name);
        }
    }
    return text;
}

/* ---- Expectations ---------------------------------------------------------------------------- */

void expect_number(struct site site, long got, long want)
{
    int error = errno;

    printf("  %s = %s\n", site.text, result_text(got, error));
    if (got != want) {
        fail(site, "got %s, want %ld", result_text(got, error), want);
    }
}

void expect_error(struct site site, long got, int want)
{
    int error = errno;

    printf("  %s = %s\n", site.text, result_text(got, error));
    if (got != -1 || error != want) {
        fail(site, "got %s, want %s", result_text(got, error), result_text(-1, want));
    }
}

long expect_fd(struct site site, long got)
{
    int error = errno;

    printf("  %s = %s\n", site.text, got >= 0 ? "a descriptor" : result_text(got, error));
    if (got < 0) {
        fail(site, "got %s, want a descriptor", result_text(got, error));
    }
    return got;
}

void expect_bytes(struct site site, long got, const void *buf, const char *want, size_t len)
{
    int error = errno;
    int shown = got < 0 ? 0 : got < (long)len ? (int)got : (int)len;

    printf("  %s = %s \"%.*s\"\n", site.text, result_text(got, error), shown, (const char *)buf);
    if (got != (long)len || memcmp(buf, want, len) != 0) {
        fail(site, "got %s \"%.*s\", want %d \"%s\"", result_text(got, error), shown,
             (const char *)buf, (int)len, want);
    }
}

void expect_string(struct site site, const char *got, const char *want)
{
    bool same = got == NULL || want == NULL ? got == want : strcmp(got, want) == 0;

    got = got != NULL ? got : "NULL";
    printf("  %s = %s\n", site.text, got);
    if (!same) {
        fail(site, "got %s, want %s", got, want != NULL ? want : "NULL");
    }
}

void expect_address(struct site site, union address got, union address want)
{
    bool same = got.sa.sa_family == want.sa.sa_family && port_of(got) == port_of(want);

    if (same && got.sa.sa_family == AF_INET) {
        same = got.in.sin_addr.s_addr == want.in.sin_addr.s_addr;
    } else if (same) {
        same = memcmp(&got.in6.sin6_addr, &want.in6.sin6_addr, 16) == 0 &&
               got.in6.sin6_scope_id == want.in6.sin6_scope_id;
    }
    printf("  %s: %s\n", site.text, same ? "yes" : "no");
    if (!same) {
        fail(site, "got family %d, port %s", got.sa.sa_family,
             port_of(got) == port_of(want) ? "right" : "wrong");
    }
}

void expect_events(struct site site, int fd, int events, int want)
{
    struct pollfd one = {.fd = fd, .events = (short)events, .revents = -1};
    int count = poll(&one, 1, 0);
    int error = errno;

    printf("  %s = %s\n", site.text, count < 0 ? result_text(-1, error) : events_text(one.revents));
    if (count != (want != 0) || one.revents != want) {
        fail(site, "got %d %s, want %s", count, events_text(one.revents), events_text(want));
    }
}

void expect_true(struct site site, bool condition)
{
    printf("  %s: %s\n", site.text, condition ? "yes" : "no");
    if (!condition) {
        fail(site, "got no, want %s", site.text);
    }
}

void await_events(struct site site, int fd, int events)
{
    struct pollfd one = {.fd = fd, .events = (short)events};

    if (poll(&one, 1, 2000) != 1 || (one.revents & events) == 0) {
        fail(site, "waited for %s, got %s", events_text(events), events_text(one.revents));
    }
}

/* A step of a builder: not recorded. */
#define MUST(call) must(SITE(#call), RESULT(call))

static long must(struct site site, long got)
{
    if (got < 0) {
        fail(site, "%s: got %s", site.text, result_text(got, errno));
    }
    return got;
}

/* ---- Addresses ------------------------------------------------------------------------------- */

union address wildcard(int family, unsigned port)
{
    union address address;

    memset(&address, 0, sizeof address);
    address.sa.sa_family = (sa_family_t)family;
    /* The port is at the same place in both. */
    address.in.sin_port = htons((uint16_t)port);
    return address;
}

union address loopback(int family, unsigned port)
{
    union address address = wildcard(family, port);

    if (family == AF_INET) {
        address.in.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    } else {
        address.in6.sin6_addr.s6_addr[15] = 1;
    }
    return address;
}

union address mapped_loopback(unsigned port)
{
    static const uint8_t bytes[16] = {[10] = 0xff, 0xff, 127, 0, 0, 1};
    union address address = wildcard(AF_INET6, port);

    memcpy(&address.in6.sin6_addr, bytes, sizeof bytes);
    return address;
}

union address foreign_address(unsigned port)
{
    union address address = wildcard(AF_INET, port);

    address.in.sin_addr.s_addr = htonl(0xc0000201);
    return address;
}

unsigned port_of(union address address)
{
    return ntohs(address.in.sin_port);
}

socklen_t size_of(union address address)
{
    return address.sa.sa_family == AF_INET ? sizeof address.in : sizeof address.in6;
}

union address local_of(int fd)
{
    union address address = wildcard(AF_UNSPEC, 0);
    socklen_t len = sizeof address;

    MUST(getsockname(fd, &address.sa, &len));
    return address;
}

union address peer_of(int fd)
{
    union address address = wildcard(AF_UNSPEC, 0);
    socklen_t len = sizeof address;

    MUST(getpeername(fd, &address.sa, &len));
    return address;
}

int connect_to(int fd, union address peer)
{
    return connect(fd, &peer.sa, size_of(peer));
}

int bind_to(int fd, union address local)
{
    return bind(fd, &local.sa, size_of(local));
}

/* ---- Builders -------------------------------------------------------------------------------- */

int bound_socket(int family, int type)
{
    int fd = (int)MUST(socket(family, type, 0));

    MUST(bind_to(fd, loopback(family, 0)));
    return fd;
}

int listening_socket(int family)
{
    int fd = bound_socket(family, SOCK_STREAM);

    MUST(listen(fd, 5));
    return fd;
}

int connected_socket(union address peer)
{
    int fd = (int)MUST(socket(peer.sa.sa_family, SOCK_STREAM, 0));

    MUST(connect_to(fd, peer));
    return fd;
}

int connected_datagram(union address peer)
{
    int fd = (int)MUST(socket(peer.sa.sa_family, SOCK_DGRAM, 0));

    MUST(connect_to(fd, peer));
    return fd;
}

int filled_listener(int *client)
{
    int fd = bound_socket(AF_INET, SOCK_STREAM);

    MUST(listen(fd, 0));
    *client = connected_socket(local_of(fd));
    wait_for(fd, POLLIN);
    return fd;
}

struct pair connected_pair(int family)
{
    int listener = listening_socket(family);
    struct pair pair;

    pair.client = connected_socket(local_of(listener));
    pair.server = (int)MUST(accept(listener, NULL, NULL));
    MUST(close(listener));
    return pair;
}

struct pair connected_datagrams(int family)
{
    struct pair pair;

    pair.client = bound_socket(family, SOCK_DGRAM);
    pair.server = bound_socket(family, SOCK_DGRAM);
    MUST(connect_to(pair.client, local_of(pair.server)));
    MUST(connect_to(pair.server, local_of(pair.client)));
    return pair;
}

int reset_socket(void)
{
    struct pair pair = connected_pair(AF_INET);

    send_text(pair.client, "x");
    wait_for(pair.server, POLLIN);
    MUST(close(pair.server));
    wait_for(pair.client, POLLERR);
    return pair.client;
}

void close_pair(struct pair pair)
{
    MUST(close(pair.client));
    MUST(close(pair.server));
}

/* ---- Changes --------------------------------------------------------------------------------- */

void set_flag(int fd, int level, int option, int value)
{
    MUST(setsockopt(fd, level, option, &value, sizeof value));
}

int get_flag(int fd, int level, int option)
{
    int value = -1;
    socklen_t len = sizeof value;
    int result = getsockopt(fd, level, option, &value, &len);

    return result < 0 ? result : value;
}

void set_timeout(int fd, int option, int timeout_ms)
{
    struct timeval timeout = {.tv_sec = timeout_ms / 1000, .tv_usec = timeout_ms % 1000 * 1000};

    MUST(setsockopt(fd, SOL_SOCKET, option, &timeout, sizeof timeout));
}

void set_nonblocking(int fd)
{
    MUST(fcntl(fd, F_SETFL, O_NONBLOCK));
}

void send_text(int fd, const char *text)
{
    size_t len = strlen(text);

    if (MUST(send(fd, text, len, 0)) != (long)len) {
        fail(SITE("send"), "send has taken less than was given");
    }
}

size_t fill(int fd)
{
    static const char zeroes[1000];
    struct pollfd one = {.fd = fd, .events = POLLOUT};
    size_t total = 0;

    /* Full is what stays full: the peer's acknowledgements may make room a moment later. */
    do {
        long sent;
        while ((sent = send(fd, zeroes, sizeof zeroes, MSG_DONTWAIT)) > 0) {
            total += (size_t)sent;
        }
        if (errno != EAGAIN) {
            fail(SITE("send"), "got %s, want EAGAIN", error_name(errno));
        }
    } while (poll(&one, 1, 30) == 1);
    return total;
}

/* ---- Long streams ---------------------------------------------------------------------------- */

unsigned char pattern_at(size_t place)
{
    return (unsigned char)(place * 31 + place / 251);
}

void pattern_write(unsigned char *buf, size_t len, size_t place)
{
    for (size_t i = 0; i < len; i++) {
        buf[i] = pattern_at(place + i);
    }
}

bool pattern_is(const unsigned char *buf, size_t len, size_t place)
{
    for (size_t i = 0; i < len; i++) {
        if (buf[i] != pattern_at(place + i)) {
            return false;
        }
    }
    return true;
}

/* ---- The run --------------------------------------------------------------------------------- */

static bool chosen(const char *name, int count, char **names)
{
    for (int i = 0; i < count; i++) {
        if (strcmp(names[i], name) == 0) {
            return true;
        }
    }
    return count == 0;
}

/* Runs the case and looks at what it leaves behind; true if all was as expected. */
static bool run_case(const struct conformance_case *one)
{
    const char *leak;

    platform_remember();
    if (setjmp(case_failed) != 0) {
        platform_close_all();
        return false;
    }
    one->run();
    leak = platform_leak();
    if (leak) {
        fail(SITE("leak"), "left behind: %s", leak);
    }
    return true;
}

int conformance_run(int count, char **names)
{
    int passed = 0;
    int failed = 0;

    for (size_t i = 0; i < conformance_case_count; i++) {
        const struct conformance_case *one = &conformance_cases[i];
        if (!chosen(one->name, count, names)) {
            continue;
        }
        printf("case %s\n", one->name);
        platform_watch(one->name);
        if (run_case(one)) {
            passed++;
            printf("ok %s\n", one->name);
        } else {
            failed++;
            printf("not ok %s: %s\n", one->name, failure);
        }
        platform_watch(NULL);
    }
    printf("%d passed, %d failed\n", passed, failed);
    return failed == 0 && passed > 0 ? EXIT_SUCCESS : EXIT_FAILURE;
}
