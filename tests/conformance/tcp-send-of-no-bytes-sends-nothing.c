#include "conformance.h"

CONFORMANCE_CASE(tcp_send_of_no_bytes_sends_nothing)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[8];

    EXPECT(send(pair.client, "", 0, 0), 0);
    EXPECT_ERROR(recv(pair.server, buf, sizeof buf, MSG_DONTWAIT), EAGAIN);
    EXPECT(send(pair.client, "x", 1, 0), 1);
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, 0), buf, "x");
    close_pair(pair);
}
