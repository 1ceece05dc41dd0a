#include "conformance.h"

CONFORMANCE_CASE(poll_of_a_connected_stream_is_out)
{
    struct pair pair = connected_pair(AF_INET);

    EXPECT_EVENTS(pair.client, POLLIN | POLLPRI | POLLOUT | POLLRDHUP, POLLOUT);
    EXPECT_EVENTS(pair.server, POLLIN | POLLPRI | POLLOUT | POLLRDHUP, POLLOUT);
    EXPECT_EVENTS(pair.client, POLLWRNORM, POLLWRNORM);
    EXPECT_EVENTS(pair.client, 0, 0);
    EXPECT_EVENTS(pair.client, POLLIN, 0);
    close_pair(pair);
}
