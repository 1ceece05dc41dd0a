#include "conformance.h"

CONFORMANCE_CASE(tcp_send_goes_on_when_the_peer_has_read)
{
    static char block[60000];
    struct pair pair = connected_pair(AF_INET);
    size_t left = fill(pair.client);

    EXPECT_EVENTS(pair.client, POLLOUT, 0);
    while (left > 0) {
        long got = recv(pair.server, block, sizeof block, 0);
        if (got <= 0) {
            break;
        }
        left -= (size_t)got;
    }
    EXPECT(left, 0);
    wait_for(pair.client, POLLOUT);
    EXPECT(send(pair.client, "more", 4, 0), 4);
    EXPECT_BYTES(recv(pair.server, block, sizeof block, 0), block, "more");
    close_pair(pair);
}
