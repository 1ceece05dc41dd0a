#include "conformance.h"

CONFORMANCE_CASE(tcp_close_delivers_what_was_sent)
{
    static unsigned char block[4000];
    struct pair pair = connected_pair(AF_INET);
    size_t received = 0;
    bool in_order = true;
    long got;

    pattern_write(block, sizeof block, 0);
    EXPECT(send(pair.client, block, sizeof block, 0), sizeof block);
    EXPECT(close(pair.client), 0);
    while ((got = recv(pair.server, block, 700, 0)) > 0) {
        in_order = in_order && pattern_is(block, (size_t)got, received);
        received += (size_t)got;
    }
    EXPECT(got, 0);
    EXPECT(received, sizeof block);
    EXPECT_TRUE(in_order);
    EXPECT(close(pair.server), 0);
}
