#include "conformance.h"

CONFORMANCE_CASE(tcp_peek_spans_segments)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[16];

    set_flag(pair.client, IPPROTO_TCP, TCP_NODELAY, 1);
    EXPECT(send(pair.client, "one", 3, 0), 3);
    EXPECT(send(pair.client, "two", 3, 0), 3);
    EXPECT(send(pair.client, "three", 5, 0), 5);
    EXPECT_BYTES(recv(pair.server, buf, 11, MSG_PEEK | MSG_WAITALL), buf, "onetwothree");
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, MSG_PEEK), buf, "onetwothree");
    EXPECT_BYTES(recv(pair.server, buf, 5, MSG_PEEK), buf, "onetw");
    EXPECT_BYTES(recv(pair.server, buf, 5, 0), buf, "onetw");
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, MSG_PEEK), buf, "othree");
    close_pair(pair);
}
