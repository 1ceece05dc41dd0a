#include "conformance.h"

CONFORMANCE_CASE(tcp_half_close_leaves_the_other_direction_open)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[16];

    EXPECT(send(pair.client, "request", 7, 0), 7);
    EXPECT(shutdown(pair.client, SHUT_WR), 0);
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, 0), buf, "request");
    EXPECT(recv(pair.server, buf, sizeof buf, 0), 0);
    EXPECT(send(pair.server, "one", 3, 0), 3);
    EXPECT_BYTES(recv(pair.client, buf, sizeof buf, 0), buf, "one");
    EXPECT(send(pair.server, "two", 3, 0), 3);
    EXPECT(close(pair.server), 0);
    EXPECT_BYTES(recv(pair.client, buf, sizeof buf, 0), buf, "two");
    EXPECT(recv(pair.client, buf, sizeof buf, 0), 0);
    EXPECT(close(pair.client), 0);
}
