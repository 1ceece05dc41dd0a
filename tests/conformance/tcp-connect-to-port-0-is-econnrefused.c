#include "conformance.h"

CONFORMANCE_CASE(tcp_connect_to_port_0_is_econnrefused)
{
    int fd = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));

    EXPECT_ERROR(connect_to(fd, loopback(AF_INET, 0)), ECONNREFUSED);
    EXPECT(close(fd), 0);
}
