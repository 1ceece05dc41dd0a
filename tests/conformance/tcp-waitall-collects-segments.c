#include "conformance.h"

CONFORMANCE_CASE(tcp_waitall_collects_segments)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[8];

    set_flag(pair.client, IPPROTO_TCP, TCP_NODELAY, 1);
    EXPECT(send(pair.client, "ab", 2, 0), 2);
    EXPECT(send(pair.client, "cd", 2, 0), 2);
    EXPECT(send(pair.client, "efgh", 4, 0), 4);
    EXPECT_BYTES(recv(pair.server, buf, 7, MSG_WAITALL), buf, "abcdefg");
    EXPECT_BYTES(recv(pair.server, buf, 1, MSG_WAITALL), buf, "h");
    close_pair(pair);
}
