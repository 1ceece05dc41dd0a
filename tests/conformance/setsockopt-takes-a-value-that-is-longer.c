#include "conformance.h"

CONFORMANCE_CASE(setsockopt_takes_a_value_that_is_longer)
{
    int fd = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    int values[2] = {1, 1};
    struct timeval timeouts[2] = {{.tv_sec = 5}, {.tv_sec = 6}};

    EXPECT(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, values, sizeof values), 0);
    EXPECT(get_flag(fd, SOL_SOCKET, SO_REUSEADDR), 1);
    EXPECT(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, timeouts, sizeof timeouts), 0);
    EXPECT(close(fd), 0);
}
