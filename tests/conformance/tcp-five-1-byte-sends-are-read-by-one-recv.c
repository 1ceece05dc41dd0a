#include "conformance.h"

CONFORMANCE_CASE(tcp_five_1_byte_sends_are_read_by_one_recv)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[8];

    set_flag(pair.client, IPPROTO_TCP, TCP_NODELAY, 1);
    for (int i = 0; i < 5; i++) {
        EXPECT(send(pair.client, "abcde" + i, 1, 0), 1);
    }
    /* All have arrived when they can be peeked at together. */
    EXPECT_BYTES(recv(pair.server, buf, 5, MSG_PEEK | MSG_WAITALL), buf, "abcde");
    EXPECT_BYTES(recv(pair.server, buf, 5, 0), buf, "abcde");
    close_pair(pair);
}
