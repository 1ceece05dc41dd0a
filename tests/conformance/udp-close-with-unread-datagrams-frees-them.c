#include "conformance.h"

CONFORMANCE_CASE(udp_close_with_unread_datagrams_frees_them)
{
    struct pair pair = connected_datagrams(AF_INET);

    for (int i = 0; i < 3; i++) {
        EXPECT(send(pair.client, "unread", 6, 0), 6);
    }
    wait_for(pair.server, POLLIN);
    close_pair(pair);
}
