#include "conformance.h"

CONFORMANCE_CASE(tcp_recv_takes_no_more_than_there_is_room_for)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[8];

    EXPECT(send(pair.client, "abcdefgh", 8, 0), 8);
    EXPECT_BYTES(recv(pair.server, buf, 3, 0), buf, "abc");
    EXPECT_BYTES(recv(pair.server, buf, 1, 0), buf, "d");
    EXPECT_BYTES(recv(pair.server, buf, 8, 0), buf, "efgh");
    close_pair(pair);
}
