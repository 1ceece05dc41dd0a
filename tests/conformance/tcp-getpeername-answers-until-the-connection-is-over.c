#include "conformance.h"

CONFORMANCE_CASE(tcp_getpeername_answers_until_the_connection_is_over)
{
    struct pair pair = connected_pair(AF_INET);
    union address peer = local_of(pair.server);
    socklen_t len = sizeof peer;

    EXPECT(shutdown(pair.server, SHUT_WR), 0);
    wait_for(pair.client, POLLRDHUP);
    EXPECT_ADDRESS(peer_of(pair.client), peer);
    EXPECT(shutdown(pair.client, SHUT_WR), 0);
    wait_for(pair.server, POLLHUP);
    wait_for(pair.client, POLLHUP);
    EXPECT_ERROR(getpeername(pair.client, &peer.sa, &len), ENOTCONN);
    EXPECT_ERROR(getpeername(pair.server, &peer.sa, &len), ENOTCONN);
    close_pair(pair);
}
