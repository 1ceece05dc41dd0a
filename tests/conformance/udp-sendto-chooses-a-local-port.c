#include "conformance.h"

CONFORMANCE_CASE(udp_sendto_chooses_a_local_port)
{
    int receiver = bound_socket(AF_INET, SOCK_DGRAM);
    int sender = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));
    union address to = local_of(receiver);
    union address from = wildcard(AF_UNSPEC, 0);
    socklen_t len = sizeof from;
    char buf[8];

    EXPECT(sendto(sender, "x", 1, 0, &to.sa, sizeof to.in), 1);
    unsigned port = port_of(local_of(sender));
    EXPECT_TRUE(port != 0);
    EXPECT_ADDRESS(local_of(sender), wildcard(AF_INET, port));
    EXPECT_BYTES(recvfrom(receiver, buf, sizeof buf, 0, &from.sa, &len), buf, "x");
    EXPECT_ADDRESS(from, loopback(AF_INET, port));
    EXPECT(close(sender), 0);
    EXPECT(close(receiver), 0);
}
