#include "conformance.h"

CONFORMANCE_CASE(tcp_closed_listener_leaves_accepted_connections_alone)
{
    struct pair pair = connected_pair(AF_INET);
    union address name = local_of(pair.server);
    int late = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    char buf[8];

    EXPECT_ERROR(connect_to(late, name), ECONNREFUSED);
    EXPECT(send(pair.server, "still", 5, 0), 5);
    EXPECT_BYTES(recv(pair.client, buf, sizeof buf, 0), buf, "still");
    EXPECT(close(late), 0);
    close_pair(pair);
}
