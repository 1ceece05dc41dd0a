#include "conformance.h"

CONFORMANCE_CASE(udp_datagram_of_1400_bytes)
{
    static unsigned char block[1400];
    struct pair pair = connected_datagrams(AF_INET);

    pattern_write(block, sizeof block, 0);
    EXPECT(send(pair.client, block, sizeof block, 0), sizeof block);
    memset(block, 0, sizeof block);
    EXPECT(recv(pair.server, block, sizeof block, 0), sizeof block);
    EXPECT_TRUE(pattern_is(block, sizeof block, 0));
    close_pair(pair);
}
