#include "conformance.h"

CONFORMANCE_CASE(socket_bound_to_a_mapped_address_has_no_ipv6_peers)
{
    int listener = listening_socket(AF_INET6);
    int stream = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));
    int datagram = EXPECT_FD(socket(AF_INET6, SOCK_DGRAM, 0));

    EXPECT(bind_to(stream, mapped_loopback(0)), 0);
    EXPECT(bind_to(datagram, mapped_loopback(0)), 0);
    EXPECT_TRUE(connect_to(stream, local_of(listener)) == -1);
    EXPECT_TRUE(connect_to(datagram, local_of(listener)) == -1);
    EXPECT(connect_to(datagram, mapped_loopback(9)), 0);
    EXPECT(close(listener), 0);
    EXPECT(close(stream), 0);
    EXPECT(close(datagram), 0);
}
