#include "conformance.h"

CONFORMANCE_CASE(time_out_of_a_microsecond_is_not_for_ever)
{
    int fd = bound_socket(AF_INET, SOCK_DGRAM);
    struct timeval timeout = {.tv_sec = 0, .tv_usec = 1};
    socklen_t len = sizeof timeout;
    char buf[8];

    EXPECT(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout), 0);
    EXPECT(getsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &timeout, &len), 0);
    EXPECT_TRUE(timeout.tv_sec == 0 && timeout.tv_usec > 0);
    EXPECT_ERROR(recv(fd, buf, sizeof buf, 0), EAGAIN);
    EXPECT(close(fd), 0);
}
