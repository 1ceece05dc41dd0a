/* A reader that takes little pieces of a full queue must not stop the stream. */
#include "conformance.h"

CONFORMANCE_CASE(tcp_window_opens_byte_by_byte)
{
    static unsigned char block[500];
    enum { TOTAL = 40000 };
    struct pair pair = connected_pair(AF_INET);
    size_t sent = 0;
    size_t received = 0;
    bool in_order = true;

    set_nonblocking(pair.client);
    set_timeout(pair.server, SO_RCVTIMEO, 2000);
    while (received < TOTAL) {
        size_t len = TOTAL - sent < sizeof block ? TOTAL - sent : sizeof block;
        pattern_write(block, len, sent);
        long count = len > 0 ? send(pair.client, block, len, 0) : 0;
        sent += count > 0 ? (size_t)count : 0;
        count = recv(pair.server, block, 7 + received % 90, 0);
        if (count <= 0) {
            break;
        }
        in_order = in_order && pattern_is(block, (size_t)count, received);
        received += (size_t)count;
    }
    EXPECT_TRUE(in_order);
    EXPECT(received, TOTAL);
    close_pair(pair);
}
