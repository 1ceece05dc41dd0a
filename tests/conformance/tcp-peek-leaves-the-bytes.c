#include "conformance.h"

CONFORMANCE_CASE(tcp_peek_leaves_the_bytes)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[8];

    EXPECT(send(pair.client, "peek", 4, 0), 4);
    EXPECT_BYTES(recv(pair.server, buf, 2, MSG_PEEK), buf, "pe");
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, MSG_PEEK), buf, "peek");
    EXPECT_BYTES(recv(pair.server, buf, 1, 0), buf, "p");
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, MSG_PEEK), buf, "eek");
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, 0), buf, "eek");
    EXPECT_ERROR(recv(pair.server, buf, sizeof buf, MSG_PEEK | MSG_DONTWAIT), EAGAIN);
    close_pair(pair);
}
