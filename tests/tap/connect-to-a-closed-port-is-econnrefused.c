#include "tap_cases.h"

static void refuse(int family)
{
    int fd = EXPECT_FD(socket(family, SOCK_STREAM, 0));

    EXPECT_ERROR(connect_to(fd, kernel(family, CLOSED_PORT)), ECONNREFUSED);
    EXPECT(close(fd), 0);
}

CONFORMANCE_CASE(connect_to_a_closed_port_is_econnrefused)
{
    refuse(AF_INET);
    refuse(AF_INET6);
}
