#include "conformance.h"

CONFORMANCE_CASE(setsockopt_with_a_short_value_is_einval)
{
    int fd = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));
    int value = 1;
    struct timeval timeout = {.tv_sec = 1};

    EXPECT_ERROR(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &value, sizeof value - 1), EINVAL);
    EXPECT_ERROR(setsockopt(fd, SOL_SOCKET, SO_KEEPALIVE, &value, 0), EINVAL);
    EXPECT_ERROR(setsockopt(fd, IPPROTO_TCP, TCP_NODELAY, &value, sizeof value - 1), EINVAL);
    EXPECT_ERROR(setsockopt(fd, IPPROTO_IPV6, IPV6_V6ONLY, &value, sizeof value - 1), EINVAL);
    EXPECT_ERROR(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout - 1), EINVAL);
    EXPECT(get_flag(fd, SOL_SOCKET, SO_REUSEADDR), 0);
    EXPECT(close(fd), 0);
}
