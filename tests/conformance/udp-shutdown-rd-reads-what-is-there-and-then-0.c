#include "conformance.h"

CONFORMANCE_CASE(udp_shutdown_rd_reads_what_is_there_and_then_0)
{
    struct pair pair = connected_datagrams(AF_INET);
    char buf[8];

    EXPECT(send(pair.server, "kept", 4, 0), 4);
    wait_for(pair.client, POLLIN);
    EXPECT(shutdown(pair.client, SHUT_RD), 0);
    EXPECT_EVENTS(pair.client, POLLIN | POLLRDHUP, POLLIN | POLLRDHUP);
    EXPECT_BYTES(recv(pair.client, buf, sizeof buf, 0), buf, "kept");
    EXPECT(recv(pair.client, buf, sizeof buf, 0), 0);
    EXPECT(recv(pair.client, buf, sizeof buf, 0), 0);
    EXPECT(send(pair.client, "out", 3, 0), 3);
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, 0), buf, "out");
    close_pair(pair);
}
