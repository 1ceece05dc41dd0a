#include "conformance.h"

CONFORMANCE_CASE(tcp_shutdown_rdwr_ends_both_directions)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[8];

    EXPECT(shutdown(pair.client, SHUT_RDWR), 0);
    EXPECT(recv(pair.client, buf, sizeof buf, 0), 0);
    EXPECT_ERROR(send(pair.client, "x", 1, MSG_NOSIGNAL), EPIPE);
    EXPECT(recv(pair.server, buf, sizeof buf, 0), 0);
    close_pair(pair);
}
