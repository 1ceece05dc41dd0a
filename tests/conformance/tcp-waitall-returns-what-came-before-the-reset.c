#include "conformance.h"

CONFORMANCE_CASE(tcp_waitall_returns_what_came_before_the_reset)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[16];

    send_text(pair.client, "x");
    wait_for(pair.server, POLLIN);
    EXPECT(send(pair.server, "last", 4, 0), 4);
    EXPECT(close(pair.server), 0);
    EXPECT_BYTES(recv(pair.client, buf, sizeof buf, MSG_WAITALL), buf, "last");
    EXPECT_ERROR(recv(pair.client, buf, sizeof buf, MSG_WAITALL), ECONNRESET);
    EXPECT(recv(pair.client, buf, sizeof buf, MSG_WAITALL), 0);
    EXPECT(close(pair.client), 0);
}
