#include "conformance.h"

CONFORMANCE_CASE(udp_peek_leaves_the_datagram)
{
    struct pair pair = connected_datagrams(AF_INET);
    union address from = wildcard(AF_UNSPEC, 0);
    socklen_t len = sizeof from;
    char buf[16];

    EXPECT(send(pair.client, "peek", 4, 0), 4);
    EXPECT(send(pair.client, "next", 4, 0), 4);
    EXPECT_BYTES(recvfrom(pair.server, buf, 2, MSG_PEEK, &from.sa, &len), buf, "pe");
    EXPECT_ADDRESS(from, local_of(pair.client));
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, MSG_PEEK), buf, "peek");
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, 0), buf, "peek");
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, 0), buf, "next");
    close_pair(pair);
}
