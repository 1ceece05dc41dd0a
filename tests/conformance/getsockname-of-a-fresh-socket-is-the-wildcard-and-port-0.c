#include "conformance.h"

CONFORMANCE_CASE(getsockname_of_a_fresh_socket_is_the_wildcard_and_port_0)
{
    int fds[4] = {
        EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0)),
        EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0)),
        EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0)),
        EXPECT_FD(socket(AF_INET6, SOCK_DGRAM, 0)),
    };

    EXPECT_ADDRESS(local_of(fds[0]), wildcard(AF_INET, 0));
    EXPECT_ADDRESS(local_of(fds[1]), wildcard(AF_INET6, 0));
    EXPECT_ADDRESS(local_of(fds[2]), wildcard(AF_INET, 0));
    EXPECT_ADDRESS(local_of(fds[3]), wildcard(AF_INET6, 0));
    for (int i = 0; i < 4; i++) {
        EXPECT(close(fds[i]), 0);
    }
}
