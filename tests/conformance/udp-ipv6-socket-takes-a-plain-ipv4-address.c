/* Linux's way; POSIX leaves it open. A stream does not. */
#include "conformance.h"

CONFORMANCE_CASE(udp_ipv6_socket_takes_a_plain_ipv4_address)
{
    int four = bound_socket(AF_INET, SOCK_DGRAM);
    int dual = EXPECT_FD(socket(AF_INET6, SOCK_DGRAM, 0));
    union address to = local_of(four);
    char buf[16];

    EXPECT(sendto(dual, "plain", 5, 0, &to.sa, sizeof to.in), 5);
    EXPECT_BYTES(recv(four, buf, sizeof buf, 0), buf, "plain");
    EXPECT(connect_to(dual, to), 0);
    EXPECT_ADDRESS(peer_of(dual), mapped_loopback(port_of(to)));
    EXPECT(close(dual), 0);
    EXPECT(close(four), 0);
}
