#include "conformance.h"

CONFORMANCE_CASE(tcp_bytes_before_the_reset_are_read_first)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[8];

    send_text(pair.client, "x");
    wait_for(pair.server, POLLIN);
    EXPECT(send(pair.server, "first", 5, 0), 5);
    EXPECT(close(pair.server), 0);
    wait_for(pair.client, POLLERR);
    EXPECT_BYTES(recv(pair.client, buf, 2, 0), buf, "fi");
    EXPECT_BYTES(recv(pair.client, buf, sizeof buf, 0), buf, "rst");
    EXPECT_ERROR(recv(pair.client, buf, sizeof buf, 0), ECONNRESET);
    EXPECT(recv(pair.client, buf, sizeof buf, 0), 0);
    EXPECT(close(pair.client), 0);
}
