#include "conformance.h"

CONFORMANCE_CASE(udp_dual_stack_socket_meets_ipv4_peers_as_mapped_addresses)
{
    int dual = EXPECT_FD(socket(AF_INET6, SOCK_DGRAM, 0));
    int four = bound_socket(AF_INET, SOCK_DGRAM);
    union address from = wildcard(AF_UNSPEC, 0);
    socklen_t len = sizeof from;
    char buf[16];

    EXPECT(bind_to(dual, wildcard(AF_INET6, 0)), 0);
    union address to = loopback(AF_INET, port_of(local_of(dual)));
    EXPECT(sendto(four, "four", 4, 0, &to.sa, sizeof to.in), 4);
    EXPECT_BYTES(recvfrom(dual, buf, sizeof buf, 0, &from.sa, &len), buf, "four");
    EXPECT(len, sizeof from.in6);
    EXPECT_ADDRESS(from, mapped_loopback(port_of(local_of(four))));
    EXPECT(sendto(dual, "back", 4, 0, &from.sa, len), 4);
    len = sizeof from;
    EXPECT_BYTES(recvfrom(four, buf, sizeof buf, 0, &from.sa, &len), buf, "back");
    EXPECT_ADDRESS(from, to);
    EXPECT(close(dual), 0);
    EXPECT(close(four), 0);
}
