#include "conformance.h"

CONFORMANCE_CASE(tcp_peer_that_stops_reading_is_not_hurt_by_shutdown_rd)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[8];

    EXPECT(shutdown(pair.client, SHUT_RD), 0);
    EXPECT(send(pair.server, "one", 3, 0), 3);
    EXPECT(send(pair.server, "two", 3, 0), 3);
    EXPECT_EVENTS(pair.server, POLLIN | POLLOUT | POLLRDHUP, POLLOUT);
    EXPECT(send(pair.client, "out", 3, 0), 3);
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, 0), buf, "out");
    close_pair(pair);
}
