#include "conformance.h"

CONFORMANCE_CASE(time_out_with_bad_microseconds_is_edom)
{
    int fd = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    struct timeval timeout = {.tv_sec = 1, .tv_usec = 1000000};
    socklen_t len = sizeof timeout;

    EXPECT_ERROR(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout), EDOM);
    timeout.tv_usec = -1;
    EXPECT_ERROR(setsockopt(fd, SOL_SOCKET, SO_SNDTIMEO, &timeout, sizeof timeout), EDOM);
    EXPECT(getsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &timeout, &len), 0);
    EXPECT_TRUE(timeout.tv_sec == 0 && timeout.tv_usec == 0);
    EXPECT(close(fd), 0);
}
