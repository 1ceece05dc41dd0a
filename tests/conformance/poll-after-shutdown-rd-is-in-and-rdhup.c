#include "conformance.h"

CONFORMANCE_CASE(poll_after_shutdown_rd_is_in_and_rdhup)
{
    struct pair pair = connected_pair(AF_INET);

    EXPECT(shutdown(pair.client, SHUT_RD), 0);
    EXPECT_EVENTS(pair.client, POLLIN | POLLOUT | POLLRDHUP, POLLIN | POLLOUT | POLLRDHUP);
    EXPECT_EVENTS(pair.server, POLLIN | POLLOUT | POLLRDHUP, POLLOUT);
    close_pair(pair);
}
