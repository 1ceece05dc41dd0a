/* Longer than a packet on Ethernet. */
#include "conformance.h"

CONFORMANCE_CASE(udp_datagram_of_4000_bytes)
{
    static unsigned char block[4000];
    struct pair pair = connected_datagrams(AF_INET);

    pattern_write(block, sizeof block, 0);
    EXPECT(send(pair.client, block, sizeof block, 0), sizeof block);
    memset(block, 0, sizeof block);
    EXPECT(recv(pair.server, block, sizeof block, 0), sizeof block);
    EXPECT_TRUE(pattern_is(block, sizeof block, 0));
    close_pair(pair);
}
