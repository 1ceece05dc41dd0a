#include "conformance.h"

CONFORMANCE_CASE(poll_skips_negative_descriptors)
{
    int fd = bound_socket(AF_INET, SOCK_DGRAM);
    struct pollfd some[3] = {
        {.fd = -1, .events = POLLIN | POLLOUT, .revents = -1},
        {.fd = fd, .events = POLLOUT},
        {.fd = INT32_MIN, .events = POLLOUT, .revents = -1},
    };

    EXPECT(poll(some, 3, 0), 1);
    EXPECT(some[0].revents, 0);
    EXPECT(some[1].revents, POLLOUT);
    EXPECT(some[2].revents, 0);
    EXPECT(close(fd), 0);
}
