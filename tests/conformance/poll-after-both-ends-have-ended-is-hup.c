#include "conformance.h"

CONFORMANCE_CASE(poll_after_both_ends_have_ended_is_hup)
{
    struct pair pair = connected_pair(AF_INET);

    EXPECT(shutdown(pair.server, SHUT_WR), 0);
    EXPECT(shutdown(pair.client, SHUT_WR), 0);
    wait_for(pair.client, POLLHUP);
    wait_for(pair.server, POLLHUP);
    EXPECT_EVENTS(pair.client, POLLIN | POLLOUT | POLLRDHUP,
                  POLLIN | POLLOUT | POLLHUP | POLLRDHUP);
    EXPECT_EVENTS(pair.server, POLLIN | POLLOUT | POLLRDHUP,
                  POLLIN | POLLOUT | POLLHUP | POLLRDHUP);
    EXPECT_EVENTS(pair.server, 0, POLLHUP);
    close_pair(pair);
}
