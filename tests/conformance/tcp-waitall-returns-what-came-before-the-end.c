#include "conformance.h"

CONFORMANCE_CASE(tcp_waitall_returns_what_came_before_the_end)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[16];

    EXPECT(send(pair.client, "short", 5, 0), 5);
    EXPECT(shutdown(pair.client, SHUT_WR), 0);
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, MSG_WAITALL | MSG_PEEK), buf, "short");
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, MSG_WAITALL), buf, "short");
    EXPECT(recv(pair.server, buf, sizeof buf, MSG_WAITALL), 0);
    close_pair(pair);
}
