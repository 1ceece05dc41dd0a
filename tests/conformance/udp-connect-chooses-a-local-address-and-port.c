#include "conformance.h"

CONFORMANCE_CASE(udp_connect_chooses_a_local_address_and_port)
{
    int other = bound_socket(AF_INET, SOCK_DGRAM);
    int other6 = bound_socket(AF_INET6, SOCK_DGRAM);
    int fd = connected_datagram(local_of(other));
    int fd6 = connected_datagram(local_of(other6));

    EXPECT_TRUE(port_of(local_of(fd)) != 0);
    EXPECT_ADDRESS(local_of(fd), loopback(AF_INET, port_of(local_of(fd))));
    EXPECT_ADDRESS(peer_of(fd), local_of(other));
    EXPECT_ADDRESS(local_of(fd6), loopback(AF_INET6, port_of(local_of(fd6))));
    EXPECT(close(fd), 0);
    EXPECT(close(fd6), 0);
    EXPECT(close(other), 0);
    EXPECT(close(other6), 0);
}
