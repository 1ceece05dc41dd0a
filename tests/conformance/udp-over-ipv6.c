#include "conformance.h"

CONFORMANCE_CASE(udp_over_ipv6)
{
    struct pair pair = connected_datagrams(AF_INET6);
    union address from = wildcard(AF_UNSPEC, 0);
    socklen_t len = sizeof from;
    char buf[16];

    EXPECT(send(pair.client, "six", 3, 0), 3);
    EXPECT_BYTES(recvfrom(pair.server, buf, sizeof buf, 0, &from.sa, &len), buf, "six");
    EXPECT(len, sizeof from.in6);
    EXPECT_ADDRESS(from, local_of(pair.client));
    close_pair(pair);
}
