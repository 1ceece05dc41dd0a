#include "conformance.h"

CONFORMANCE_CASE(tcp_peek_at_the_end_of_stream_is_0)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[8];

    EXPECT(shutdown(pair.server, SHUT_WR), 0);
    EXPECT(recv(pair.client, buf, sizeof buf, MSG_PEEK), 0);
    EXPECT(recv(pair.client, buf, sizeof buf, MSG_PEEK | MSG_WAITALL), 0);
    EXPECT(recv(pair.client, buf, sizeof buf, 0), 0);
    close_pair(pair);
}
