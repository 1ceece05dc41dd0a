#include "conformance.h"

CONFORMANCE_CASE(tcp_shutdown_again_is_0_until_the_connection_is_over)
{
    struct pair pair = connected_pair(AF_INET);

    EXPECT(shutdown(pair.client, SHUT_WR), 0);
    EXPECT(shutdown(pair.client, SHUT_WR), 0);
    EXPECT(shutdown(pair.client, SHUT_RD), 0);
    EXPECT(shutdown(pair.server, SHUT_WR), 0);
    wait_for(pair.client, POLLHUP);
    wait_for(pair.server, POLLHUP);
    EXPECT_ERROR(shutdown(pair.client, SHUT_WR), ENOTCONN);
    EXPECT_ERROR(shutdown(pair.server, SHUT_RDWR), ENOTCONN);
    close_pair(pair);
}
