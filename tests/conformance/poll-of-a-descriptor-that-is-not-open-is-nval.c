#include "conformance.h"

CONFORMANCE_CASE(poll_of_a_descriptor_that_is_not_open_is_nval)
{
    int fd = bound_socket(AF_INET, SOCK_DGRAM);
    struct pollfd some[3] = {
        {.fd = fd, .events = POLLOUT},
        {.fd = 1000000, .events = POLLIN},
        {.fd = 0, .events = POLLIN, .revents = -1},
    };

    some[2].fd = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    EXPECT(close(some[2].fd), 0);
    EXPECT(poll(some, 3, -1), 3);
    EXPECT(some[0].revents, POLLOUT);
    EXPECT(some[1].revents, POLLNVAL);
    EXPECT(some[2].revents, POLLNVAL);
    EXPECT_EVENTS(some[2].fd, 0, POLLNVAL);
    EXPECT(close(fd), 0);
}
