#include "conformance.h"

CONFORMANCE_CASE(tcp_send_after_shutdown_is_epipe)
{
    struct pair pair = connected_pair(AF_INET);

    EXPECT(shutdown(pair.client, SHUT_WR), 0);
    EXPECT_ERROR(send(pair.client, "x", 1, MSG_NOSIGNAL), EPIPE);
    EXPECT_ERROR(send(pair.client, "x", 1, MSG_NOSIGNAL), EPIPE);
    EXPECT(get_flag(pair.client, SOL_SOCKET, SO_ERROR), 0);
    close_pair(pair);
}
