#include "conformance.h"

CONFORMANCE_CASE(v6only_socket_has_no_route_to_mapped_address)
{
    int stream = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));
    int datagram = EXPECT_FD(socket(AF_INET6, SOCK_DGRAM, 0));

    set_flag(stream, IPPROTO_IPV6, IPV6_V6ONLY, 1);
    set_flag(datagram, IPPROTO_IPV6, IPV6_V6ONLY, 1);
    EXPECT_ERROR(connect_to(stream, mapped_loopback(9)), ENETUNREACH);
    EXPECT_ERROR(connect_to(datagram, mapped_loopback(9)), ENETUNREACH);
    EXPECT_ERROR(bind_to(stream, mapped_loopback(0)), EINVAL);
    EXPECT_ERROR(bind_to(datagram, mapped_loopback(0)), EINVAL);
    EXPECT(close(stream), 0);
    EXPECT(close(datagram), 0);
}
