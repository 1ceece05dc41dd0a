#include "tap_cases.h"

#define BYTES (1 << 20)

/* Sends what fits, and returns the new place. */
static size_t send_some(int fd, size_t place)
{
    unsigned char buf[3000];
    const size_t len = BYTES - place < sizeof buf ? BYTES - place : sizeof buf;

    pattern_write(buf, len, place);
    const long sent = send(fd, buf, len, MSG_DONTWAIT);
    return sent > 0 ? place + (size_t)sent : place;
}

static size_t receive_some(int fd, size_t place)
{
    unsigned char buf[3000];
    const long got = recv(fd, buf, sizeof buf, MSG_DONTWAIT);

    if (got <= 0 || !pattern_is(buf, (size_t)got, place))
        return place;
    return place + (size_t)got;
}

CONFORMANCE_CASE(megabyte_goes_both_ways_at_once)
{
    int fd = command_kernel(AF_INET, "echo");
    size_t sent = 0;
    size_t received = 0;

    while (received < BYTES) {
        struct pollfd one = {.fd = fd, .events = (short)(sent < BYTES ? POLLIN | POLLOUT : POLLIN)};
        if (poll(&one, 1, 3000) != 1)
            break;
        if (one.revents & POLLOUT)
            sent = send_some(fd, sent);
        if (one.revents & POLLIN)
            received = receive_some(fd, received);
        if (sent == BYTES && received == BYTES)
            EXPECT(shutdown(fd, SHUT_WR), 0);
    }
    EXPECT(sent, BYTES);
    EXPECT(received, BYTES);
    expect_rest(fd, "");
}
