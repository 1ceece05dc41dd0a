#include "conformance.h"

CONFORMANCE_CASE(udp_recvfrom_cuts_the_address_and_tells_its_length)
{
    struct pair pair = connected_datagrams(AF_INET);
    union address from = wildcard(AF_UNSPEC, 0);
    socklen_t len = 4;
    char buf[8];

    EXPECT(send(pair.client, "x", 1, 0), 1);
    EXPECT_BYTES(recvfrom(pair.server, buf, sizeof buf, 0, &from.sa, &len), buf, "x");
    EXPECT(len, sizeof from.in);
    EXPECT(from.in.sin_family, AF_INET);
    EXPECT_TRUE(port_of(from) == port_of(local_of(pair.client)));
    EXPECT(from.in.sin_addr.s_addr, 0);
    close_pair(pair);
}
