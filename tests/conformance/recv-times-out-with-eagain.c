#include "conformance.h"

CONFORMANCE_CASE(recv_times_out_with_eagain)
{
    struct pair pair = connected_pair(AF_INET);
    int datagram = bound_socket(AF_INET, SOCK_DGRAM);
    char buf[8];

    set_timeout(pair.client, SO_RCVTIMEO, 40);
    set_timeout(datagram, SO_RCVTIMEO, 40);
    uint32_t start = now_ms();
    EXPECT_ERROR(recv(pair.client, buf, sizeof buf, 0), EAGAIN);
    EXPECT_TRUE(now_ms() - start >= 39);
    EXPECT_TRUE(now_ms() - start < 1000);
    start = now_ms();
    EXPECT_ERROR(recv(datagram, buf, sizeof buf, 0), EAGAIN);
    EXPECT_TRUE(now_ms() - start >= 39);
    EXPECT_TRUE(now_ms() - start < 1000);
    send_text(pair.server, "now");
    EXPECT_BYTES(recv(pair.client, buf, sizeof buf, 0), buf, "now");
    EXPECT(close(datagram), 0);
    close_pair(pair);
}
