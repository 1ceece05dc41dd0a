#include "conformance.h"

CONFORMANCE_CASE(udp_waitall_does_not_join_datagrams)
{
    struct pair pair = connected_datagrams(AF_INET);
    char buf[8];

    EXPECT(send(pair.client, "ab", 2, 0), 2);
    EXPECT(send(pair.client, "cd", 2, 0), 2);
    EXPECT_BYTES(recv(pair.server, buf, 4, MSG_WAITALL), buf, "ab");
    EXPECT_BYTES(recv(pair.server, buf, 4, MSG_WAITALL), buf, "cd");
    close_pair(pair);
}
