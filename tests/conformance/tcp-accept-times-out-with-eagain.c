#include "conformance.h"

CONFORMANCE_CASE(tcp_accept_times_out_with_eagain)
{
    int listener = listening_socket(AF_INET);

    set_timeout(listener, SO_RCVTIMEO, 40);
    uint32_t start = now_ms();
    EXPECT_ERROR(accept(listener, NULL, NULL), EAGAIN);
    EXPECT_TRUE(now_ms() - start >= 39);
    EXPECT_TRUE(now_ms() - start < 1000);
    EXPECT(close(listener), 0);
}
