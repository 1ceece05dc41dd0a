#include "conformance.h"

CONFORMANCE_CASE(time_out_that_is_negative_does_not_wait)
{
    int fd = bound_socket(AF_INET, SOCK_DGRAM);
    struct timeval timeout = {.tv_sec = -1, .tv_usec = 0};
    socklen_t len = sizeof timeout;
    char buf[8];

    EXPECT(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout), 0);
    EXPECT_ERROR(recv(fd, buf, sizeof buf, 0), EAGAIN);
    EXPECT(getsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &timeout, &len), 0);
    EXPECT_TRUE(timeout.tv_sec == 0 && timeout.tv_usec == 0);
    EXPECT(close(fd), 0);
}
