#include "conformance.h"

CONFORMANCE_CASE(bind_to_a_port_of_the_other_family_is_eaddrinuse_if_dual_stack)
{
    int first = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));
    int second = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    int third = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));

    EXPECT(bind_to(first, wildcard(AF_INET6, 0)), 0);
    unsigned port = port_of(local_of(first));
    EXPECT_ERROR(bind_to(second, loopback(AF_INET, port)), EADDRINUSE);
    EXPECT(close(first), 0);
    set_flag(third, IPPROTO_IPV6, IPV6_V6ONLY, 1);
    EXPECT(bind_to(third, wildcard(AF_INET6, 0)), 0);
    EXPECT(bind_to(second, loopback(AF_INET, port_of(local_of(third)))), 0);
    EXPECT(close(second), 0);
    EXPECT(close(third), 0);
}
