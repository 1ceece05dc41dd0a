#include "conformance.h"

CONFORMANCE_CASE(tcp_dual_stack_wildcard_takes_the_port_of_all_addresses)
{
    int wild = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));
    int six = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));
    int four = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));

    EXPECT(bind_to(wild, wildcard(AF_INET6, 0)), 0);
    unsigned port = port_of(local_of(wild));
    EXPECT_ERROR(bind_to(six, loopback(AF_INET6, port)), EADDRINUSE);
    EXPECT_ERROR(bind_to(four, loopback(AF_INET, port)), EADDRINUSE);
    EXPECT(close(wild), 0);
    EXPECT(bind_to(six, loopback(AF_INET6, port)), 0);
    EXPECT(bind_to(four, loopback(AF_INET, port)), 0);
    EXPECT(close(six), 0);
    EXPECT(close(four), 0);
}
