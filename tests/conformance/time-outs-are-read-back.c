#include "conformance.h"

CONFORMANCE_CASE(time_outs_are_read_back)
{
    int fd = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    struct timeval timeout = {.tv_sec = 9, .tv_usec = 9};
    socklen_t len = sizeof timeout;

    EXPECT(getsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &timeout, &len), 0);
    EXPECT_TRUE(len == sizeof timeout && timeout.tv_sec == 0 && timeout.tv_usec == 0);
    timeout = (struct timeval){.tv_sec = 2, .tv_usec = 500000};
    EXPECT(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout), 0);
    timeout = (struct timeval){.tv_sec = 3, .tv_usec = 20000};
    EXPECT(setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &timeout, sizeof timeout), 0);
    EXPECT(getsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &timeout, &len), 0);
    EXPECT_TRUE(timeout.tv_sec == 2 && timeout.tv_usec == 500000);
    EXPECT(getsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &timeout, &len), 0);
    EXPECT_TRUE(timeout.tv_sec == 3 && timeout.tv_usec == 20000);
    EXPECT(close(fd), 0);
}
