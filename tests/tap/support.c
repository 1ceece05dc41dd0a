/*
 * support.c: what the cases over a TAP device share; see tap_cases.h.
 */
#include "tap_cases.h"

#include <stdarg.h>

/* ---- The kernel ------------------------------------------------------------------------------ */

union address address_of(const char *text, unsigned port)
{
    union address address = wildcard(strchr(text, ':') ? AF_INET6 : AF_INET, port);
    void *bytes = address.sa.sa_family == AF_INET ? (void *)&address.in.sin_addr
                                                  : (void *)&address.in6.sin6_addr;

    EXPECT(inet_pton(address.sa.sa_family, text, bytes), 1);
    return address;
}

union address kernel(int family, unsigned port)
{
    return address_of(family == AF_INET ? KERNEL_IPV4 : KERNEL_IPV6, port);
}

int commanded(union address peer, const char *command)
{
    int fd = connected_socket(peer);

    set_timeout(fd, SO_RCVTIMEO, 9000);
    send_text(fd, command);
    send_text(fd, "\n");
    return fd;
}

int command_kernel(int family, const char *format, ...)
{
    char command[64];
    va_list values;

    va_start(values, format);
    vsnprintf(command, sizeof command, format, values);
    va_end(values);
    return commanded(kernel(family, COMMAND_PORT), command);
}

void expect_rest(int fd, const char *want)
{
    char text[200];
    long len = recv(fd, text, sizeof text - 1, MSG_WAITALL);

    text[len > 0 ? len : 0] = '\0';
    EXPECT_STRING(text, want);
    EXPECT(recv(fd, text, 1, 0), 0);
    EXPECT(close(fd), 0);
}

/* ---- Streams --------------------------------------------------------------------------------- */

void receive_pattern(int fd, size_t len)
{
    unsigned char buf[4000];
    size_t place = 0;

    while (place < len) {
        const size_t wanted = len - place < sizeof buf ? len - place : sizeof buf;
        const long got = recv(fd, buf, wanted, 0);
        if (got <= 0 || !pattern_is(buf, (size_t)got, place)) {
            break;
        }
        place += (size_t)got;
    }
    EXPECT(place, len);
}

void send_pattern(int fd, size_t len)
{
    unsigned char buf[4000];
    size_t place = 0;

    while (place < len) {
        const size_t wanted = len - place < sizeof buf ? len - place : sizeof buf;
        pattern_write(buf, wanted, place);
        const long sent = send(fd, buf, wanted, 0);
        if (sent <= 0) {
            break;
        }
        place += (size_t)sent;
    }
    EXPECT(place, len);
}

int listening_everywhere(int backlog)
{
    int fd = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));

    set_timeout(fd, SO_RCVTIMEO, 9000);
    EXPECT(listen(fd, backlog), 0);
    return fd;
}

void run_for(uint32_t time_ms)
{
    const uint32_t start_ms = now_ms();

    while (now_ms() - start_ms < time_ms) {
        (void)poll(NULL, 0, 10);
    }
}

/* ---- Names ----------------------------------------------------------------------------------- */

static void add_text(char *text, size_t size, const struct sockaddr *address)
{
    union address one;
    const size_t used = strlen(text);

    memcpy(&one, address, address->sa_family == AF_INET ? sizeof one.in : sizeof one.in6);
    const void *bytes = address->sa_family == AF_INET ? (const void *)&one.in.sin_addr
                                                      : (const void *)&one.in6.sin6_addr;
    text += used;
    size -= used;
    if (used > 0 && size > 1) {
        *text++ = ' ';
        size--;
    }
    (void)inet_ntop(address->sa_family, bytes, text, (socklen_t)size);
}

struct looked_up look_up(const char *name, int family)
{
    const struct addrinfo hints = {.ai_family = family, .ai_socktype = SOCK_STREAM};
    struct looked_up found = {0};
    struct addrinfo *list = NULL;

    found.code = getaddrinfo(name, "80", &hints, &list);
    for (const struct addrinfo *one = list; one; one = one->ai_next) {
        add_text(found.text, sizeof found.text, one->ai_addr);
    }
    freeaddrinfo(list);
    return found;
}
