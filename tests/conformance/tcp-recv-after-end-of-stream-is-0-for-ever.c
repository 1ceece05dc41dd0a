#include "conformance.h"

CONFORMANCE_CASE(tcp_recv_after_end_of_stream_is_0_for_ever)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[8];

    EXPECT(send(pair.server, "end", 3, 0), 3);
    EXPECT(close(pair.server), 0);
    EXPECT_BYTES(recv(pair.client, buf, sizeof buf, 0), buf, "end");
    for (int i = 0; i < 5; i++) {
        EXPECT(recv(pair.client, buf, sizeof buf, 0), 0);
    }
    EXPECT(recv(pair.client, buf, sizeof buf, MSG_DONTWAIT), 0);
    EXPECT(recv(pair.client, buf, sizeof buf, MSG_PEEK), 0);
    EXPECT(recv(pair.client, buf, sizeof buf, MSG_WAITALL), 0);
    set_nonblocking(pair.client);
    EXPECT(recv(pair.client, buf, sizeof buf, 0), 0);
    EXPECT(close(pair.client), 0);
}
