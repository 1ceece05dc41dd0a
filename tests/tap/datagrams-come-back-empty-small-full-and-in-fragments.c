#include "tap_cases.h"

static void echo(int family, size_t len)
{
    static unsigned char there[5000];
    static unsigned char back[sizeof there + 1];
    int fd = connected_datagram(kernel(family, ECHO_PORT));

    set_timeout(fd, SO_RCVTIMEO, 2000);
    pattern_write(there, len, 0);
    memset(back, 0, sizeof back);
    EXPECT(send(fd, there, len, 0), len);
    EXPECT(recv(fd, back, sizeof back, 0), len);
    EXPECT_TRUE(pattern_is(back, len, 0));
    EXPECT(close(fd), 0);
}

/* 1472 and 1452 bytes fill a frame; one more does not fit. */
CONFORMANCE_CASE(datagrams_come_back_empty_small_full_and_in_fragments)
{
    static const size_t lengths[] = {0, 1, 1452, 1453, 1472, 1473, 5000};

    for (size_t i = 0; i < sizeof lengths / sizeof lengths[0]; i++) {
        echo(AF_INET, lengths[i]);
        echo(AF_INET6, lengths[i]);
    }
}
