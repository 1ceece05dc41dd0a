#include "conformance.h"

CONFORMANCE_CASE(tcp_shutdown_behind_a_full_window_arrives_after_all_bytes)
{
    static char block[4000];
    struct pair pair = connected_pair(AF_INET);
    size_t left = fill(pair.client);
    long got;

    EXPECT(shutdown(pair.client, SHUT_WR), 0);
    EXPECT_ERROR(send(pair.client, "x", 1, MSG_NOSIGNAL), EPIPE);
    while ((got = recv(pair.server, block, sizeof block, 0)) > 0) {
        left -= (size_t)got;
    }
    EXPECT(got, 0);
    EXPECT(left, 0);
    EXPECT(send(pair.server, "thanks", 6, 0), 6);
    EXPECT_BYTES(recv(pair.client, block, sizeof block, 0), block, "thanks");
    close_pair(pair);
}
