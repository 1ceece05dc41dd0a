#include "conformance.h"

CONFORMANCE_CASE(tcp_connect_that_times_out_is_einprogress_and_goes_on)
{
    int client;
    int listener = filled_listener(&client);
    int late = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));

    set_timeout(late, SO_SNDTIMEO, 40);
    uint32_t start = now_ms();
    EXPECT_ERROR(connect_to(late, local_of(listener)), EINPROGRESS);
    EXPECT_TRUE(now_ms() - start >= 39);
    EXPECT_ERROR(connect_to(late, local_of(listener)), EALREADY);
    EXPECT(close(late), 0);
    EXPECT(close(client), 0);
    EXPECT(close(listener), 0);
}
