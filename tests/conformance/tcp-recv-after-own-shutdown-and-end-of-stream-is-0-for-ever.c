/* The connection is gone by then, but its end is not forgotten. */
#include "conformance.h"

CONFORMANCE_CASE(tcp_recv_after_own_shutdown_and_end_of_stream_is_0_for_ever)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[8];

    EXPECT(shutdown(pair.client, SHUT_WR), 0);
    EXPECT(recv(pair.server, buf, sizeof buf, 0), 0);
    EXPECT(close(pair.server), 0);
    wait_for(pair.client, POLLHUP);
    for (int i = 0; i < 3; i++) {
        EXPECT(recv(pair.client, buf, sizeof buf, 0), 0);
    }
    EXPECT_ERROR(send(pair.client, "x", 1, MSG_NOSIGNAL), EPIPE);
    EXPECT(close(pair.client), 0);
}
