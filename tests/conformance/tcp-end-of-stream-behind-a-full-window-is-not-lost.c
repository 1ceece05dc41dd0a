/* The peer ends its stream while our receive queue is full: all bytes, and then the end. */
#include "conformance.h"

CONFORMANCE_CASE(tcp_end_of_stream_behind_a_full_window_is_not_lost)
{
    static char block[4000];
    struct pair pair = connected_pair(AF_INET);
    size_t left = fill(pair.client);
    long got;

    EXPECT(close(pair.client), 0);
    while ((got = recv(pair.server, block, sizeof block, 0)) > 0) {
        left -= (size_t)got;
    }
    EXPECT(got, 0);
    EXPECT(left, 0);
    EXPECT(close(pair.server), 0);
}
