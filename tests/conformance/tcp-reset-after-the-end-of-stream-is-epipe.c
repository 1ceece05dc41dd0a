/* The peer has closed, having read everything: bytes sent to it now are answered by a reset. */
#include "conformance.h"

CONFORMANCE_CASE(tcp_reset_after_the_end_of_stream_is_epipe)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[8];

    EXPECT(close(pair.server), 0);
    EXPECT(recv(pair.client, buf, sizeof buf, 0), 0);
    EXPECT(send(pair.client, "x", 1, MSG_NOSIGNAL), 1);
    wait_for(pair.client, POLLERR);
    EXPECT(recv(pair.client, buf, sizeof buf, 0), 0);
    EXPECT(get_flag(pair.client, SOL_SOCKET, SO_ERROR), EPIPE);
    EXPECT(get_flag(pair.client, SOL_SOCKET, SO_ERROR), 0);
    EXPECT_ERROR(send(pair.client, "x", 1, MSG_NOSIGNAL), EPIPE);
    EXPECT(recv(pair.client, buf, sizeof buf, 0), 0);
    EXPECT(close(pair.client), 0);
}
