#include "conformance.h"

CONFORMANCE_CASE(udp_shutdown_wr_makes_send_epipe)
{
    struct pair pair = connected_datagrams(AF_INET);
    char buf[8];

    EXPECT(shutdown(pair.client, SHUT_WR), 0);
    EXPECT_ERROR(send(pair.client, "x", 1, MSG_NOSIGNAL), EPIPE);
    EXPECT(send(pair.server, "back", 4, 0), 4);
    EXPECT_BYTES(recv(pair.client, buf, sizeof buf, 0), buf, "back");
    close_pair(pair);
}
