#include "conformance.h"

CONFORMANCE_CASE(tcp_close_with_unread_bytes_after_shutdown_resets)
{
    struct pair pair = connected_pair(AF_INET);

    send_text(pair.server, "unread");
    wait_for(pair.client, POLLIN);
    EXPECT(shutdown(pair.client, SHUT_WR), 0);
    wait_for(pair.server, POLLRDHUP);
    EXPECT(close(pair.client), 0);
    wait_for(pair.server, POLLERR);
    EXPECT_ERROR(send(pair.server, "x", 1, 0), EPIPE);
    EXPECT(close(pair.server), 0);
}
