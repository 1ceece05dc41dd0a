#include "conformance.h"

CONFORMANCE_CASE(poll_waits_for_its_time_out_only)
{
    struct pair pair = connected_pair(AF_INET);
    struct pollfd one = {.fd = pair.client, .events = POLLIN, .revents = -1};

    uint32_t start = now_ms();
    EXPECT(poll(&one, 1, 40), 0);
    EXPECT_TRUE(now_ms() - start >= 39);
    EXPECT_TRUE(now_ms() - start < 1000);
    EXPECT(one.revents, 0);
    start = now_ms();
    EXPECT(poll(&one, 1, 0), 0);
    EXPECT_TRUE(now_ms() - start < 39);
    close_pair(pair);
}
