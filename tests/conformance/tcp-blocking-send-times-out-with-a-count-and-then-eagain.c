#include "conformance.h"

CONFORMANCE_CASE(tcp_blocking_send_times_out_with_a_count_and_then_eagain)
{
    static char block[60000];
    struct pair pair = connected_pair(AF_INET);
    bool partial = false;
    long sent;
    uint32_t start;

    set_timeout(pair.client, SO_SNDTIMEO, 40);
    do {
        start = now_ms();
        sent = send(pair.client, block, sizeof block, 0);
        partial = partial || (sent > 0 && sent < (long)sizeof block);
    } while (sent > 0);
    EXPECT_TRUE(sent == -1 && errno == EAGAIN);
    EXPECT_TRUE(now_ms() - start >= 39);
    EXPECT_TRUE(partial);
    close_pair(pair);
}
