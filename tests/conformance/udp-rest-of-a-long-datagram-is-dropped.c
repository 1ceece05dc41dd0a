#include "conformance.h"

CONFORMANCE_CASE(udp_rest_of_a_long_datagram_is_dropped)
{
    struct pair pair = connected_datagrams(AF_INET);
    char buf[16];

    EXPECT(send(pair.client, "abcdefgh", 8, 0), 8);
    EXPECT(send(pair.client, "next", 4, 0), 4);
    EXPECT_BYTES(recv(pair.server, buf, 3, 0), buf, "abc");
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, 0), buf, "next");
    close_pair(pair);
}
