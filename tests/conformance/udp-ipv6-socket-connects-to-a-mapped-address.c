#include "conformance.h"

CONFORMANCE_CASE(udp_ipv6_socket_connects_to_a_mapped_address)
{
    int four = bound_socket(AF_INET, SOCK_DGRAM);
    union address peer = mapped_loopback(port_of(local_of(four)));
    int dual = EXPECT_FD(socket(AF_INET6, SOCK_DGRAM, 0));
    char buf[16];

    EXPECT(connect_to(dual, peer), 0);
    EXPECT_ADDRESS(peer_of(dual), peer);
    EXPECT_ADDRESS(local_of(dual), mapped_loopback(port_of(local_of(dual))));
    EXPECT(send(dual, "mapped", 6, 0), 6);
    EXPECT_BYTES(recv(four, buf, sizeof buf, 0), buf, "mapped");
    EXPECT(close(dual), 0);
    EXPECT(close(four), 0);
}
