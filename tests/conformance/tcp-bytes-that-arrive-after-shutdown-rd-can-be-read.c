#include "conformance.h"

CONFORMANCE_CASE(tcp_bytes_that_arrive_after_shutdown_rd_can_be_read)
{
    struct pair pair = connected_pair(AF_INET);
    struct pollfd one = {.fd = pair.client, .events = POLLIN};
    char buf[8];

    EXPECT(shutdown(pair.client, SHUT_RD), 0);
    EXPECT(recv(pair.client, buf, sizeof buf, 0), 0);
    EXPECT(send(pair.server, "late", 4, 0), 4);
    /* Readable all the time; but let it arrive. */
    for (int i = 0; i < 5; i++) {
        poll(&one, 1, 1);
    }
    EXPECT_BYTES(recv(pair.client, buf, sizeof buf, 0), buf, "late");
    EXPECT(recv(pair.client, buf, sizeof buf, 0), 0);
    close_pair(pair);
}
