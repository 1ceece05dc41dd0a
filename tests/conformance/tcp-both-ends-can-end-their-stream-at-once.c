#include "conformance.h"

CONFORMANCE_CASE(tcp_both_ends_can_end_their_stream_at_once)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[8];

    EXPECT(shutdown(pair.client, SHUT_WR), 0);
    EXPECT(shutdown(pair.server, SHUT_WR), 0);
    EXPECT(recv(pair.client, buf, sizeof buf, 0), 0);
    EXPECT(recv(pair.server, buf, sizeof buf, 0), 0);
    close_pair(pair);
}
