#include "conformance.h"

CONFORMANCE_CASE(poll_after_the_peers_end_is_in_and_rdhup)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[8];

    EXPECT(shutdown(pair.server, SHUT_WR), 0);
    wait_for(pair.client, POLLRDHUP);
    EXPECT_EVENTS(pair.client, POLLIN | POLLOUT | POLLRDHUP, POLLIN | POLLOUT | POLLRDHUP);
    EXPECT(recv(pair.client, buf, sizeof buf, 0), 0);
    EXPECT_EVENTS(pair.client, POLLIN | POLLOUT | POLLRDHUP, POLLIN | POLLOUT | POLLRDHUP);
    EXPECT_EVENTS(pair.client, POLLIN, POLLIN);
    EXPECT_EVENTS(pair.server, POLLIN | POLLOUT | POLLRDHUP, POLLOUT);
    close_pair(pair);
}
