#include "conformance.h"

CONFORMANCE_CASE(poll_of_a_stream_whose_send_queue_is_full_is_not_out)
{
    static char block[8000];
    struct pair pair = connected_pair(AF_INET);
    size_t left = fill(pair.client);

    EXPECT_EVENTS(pair.client, POLLIN | POLLOUT | POLLWRNORM, 0);
    while (left > 0) {
        long got = recv(pair.server, block, sizeof block, 0);
        if (got <= 0) {
            break;
        }
        left -= (size_t)got;
    }
    wait_for(pair.client, POLLOUT);
    EXPECT_EVENTS(pair.client, POLLIN | POLLOUT | POLLWRNORM, POLLOUT | POLLWRNORM);
    close_pair(pair);
}
