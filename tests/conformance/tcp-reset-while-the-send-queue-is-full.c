#include "conformance.h"

CONFORMANCE_CASE(tcp_reset_while_the_send_queue_is_full)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[8];

    fill(pair.client);
    EXPECT(close(pair.server), 0);
    wait_for(pair.client, POLLERR);
    EXPECT_EVENTS(pair.client, POLLIN | POLLOUT | POLLRDHUP,
                  POLLIN | POLLOUT | POLLERR | POLLHUP | POLLRDHUP);
    EXPECT_ERROR(send(pair.client, "x", 1, MSG_NOSIGNAL), ECONNRESET);
    EXPECT(recv(pair.client, buf, sizeof buf, 0), 0);
    EXPECT(close(pair.client), 0);
}
