#include "conformance.h"

CONFORMANCE_CASE(udp_empty_datagram_is_readable_and_reads_0)
{
    struct pair pair = connected_datagrams(AF_INET);
    union address from = wildcard(AF_UNSPEC, 0);
    socklen_t len = sizeof from;
    char buf[16];

    EXPECT(send(pair.client, "", 0, 0), 0);
    wait_for(pair.server, POLLIN);
    EXPECT_EVENTS(pair.server, POLLIN, POLLIN);
    EXPECT(recvfrom(pair.server, buf, sizeof buf, 0, &from.sa, &len), 0);
    EXPECT_ADDRESS(from, local_of(pair.client));
    EXPECT_ERROR(recv(pair.server, buf, sizeof buf, MSG_DONTWAIT), EAGAIN);
    close_pair(pair);
}
