#include "conformance.h"

CONFORMANCE_CASE(tcp_shutdown_rd_leaves_what_has_arrived_and_then_reads_0)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[8];

    send_text(pair.server, "kept");
    wait_for(pair.client, POLLIN);
    EXPECT(shutdown(pair.client, SHUT_RD), 0);
    EXPECT_BYTES(recv(pair.client, buf, sizeof buf, 0), buf, "kept");
    EXPECT(recv(pair.client, buf, sizeof buf, 0), 0);
    EXPECT(recv(pair.client, buf, sizeof buf, 0), 0);
    EXPECT(send(pair.client, "out", 3, 0), 3);
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, 0), buf, "out");
    close_pair(pair);
}
