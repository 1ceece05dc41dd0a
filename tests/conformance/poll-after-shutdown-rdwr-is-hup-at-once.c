#include "conformance.h"

CONFORMANCE_CASE(poll_after_shutdown_rdwr_is_hup_at_once)
{
    struct pair pair = connected_pair(AF_INET);

    EXPECT(shutdown(pair.client, SHUT_RDWR), 0);
    EXPECT_EVENTS(pair.client, POLLIN | POLLOUT | POLLRDHUP,
                  POLLIN | POLLOUT | POLLHUP | POLLRDHUP);
    close_pair(pair);
}
