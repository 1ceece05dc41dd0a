#include "conformance.h"

CONFORMANCE_CASE(udp_reuseaddr_lets_two_sockets_have_one_port)
{
    int first = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));
    int second = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));

    set_flag(first, SOL_SOCKET, SO_REUSEADDR, 1);
    EXPECT(bind_to(first, loopback(AF_INET, 0)), 0);
    EXPECT_ERROR(bind_to(second, local_of(first)), EADDRINUSE);
    set_flag(second, SOL_SOCKET, SO_REUSEADDR, 1);
    EXPECT(bind_to(second, local_of(first)), 0);
    EXPECT(close(first), 0);
    EXPECT(close(second), 0);
}
