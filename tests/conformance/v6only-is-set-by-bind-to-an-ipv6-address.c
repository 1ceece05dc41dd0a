#include "conformance.h"

CONFORMANCE_CASE(v6only_is_set_by_bind_to_an_ipv6_address)
{
    int six = bound_socket(AF_INET6, SOCK_DGRAM);
    int mapped = EXPECT_FD(socket(AF_INET6, SOCK_DGRAM, 0));

    EXPECT(get_flag(six, IPPROTO_IPV6, IPV6_V6ONLY), 1);
    EXPECT_ERROR(connect_to(six, mapped_loopback(9)), ENETUNREACH);
    EXPECT(bind_to(mapped, mapped_loopback(0)), 0);
    EXPECT(get_flag(mapped, IPPROTO_IPV6, IPV6_V6ONLY), 0);
    EXPECT(connect_to(mapped, mapped_loopback(9)), 0);
    EXPECT(close(six), 0);
    EXPECT(close(mapped), 0);
}
