#include "conformance.h"

CONFORMANCE_CASE(tcp_waitall_returns_what_came_before_the_time_out)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[16];

    set_timeout(pair.server, SO_RCVTIMEO, 40);
    EXPECT(send(pair.client, "part", 4, 0), 4);
    uint32_t start = now_ms();
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, MSG_WAITALL | MSG_PEEK), buf, "part");
    EXPECT_TRUE(now_ms() - start >= 39);
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, MSG_WAITALL), buf, "part");
    EXPECT_ERROR(recv(pair.server, buf, sizeof buf, MSG_WAITALL), EAGAIN);
    close_pair(pair);
}
