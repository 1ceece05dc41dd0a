#include "conformance.h"

CONFORMANCE_CASE(tcp_recvfrom_tells_no_address)
{
    struct pair pair = connected_pair(AF_INET);
    union address from = wildcard(AF_UNSPEC, 0);
    socklen_t len = sizeof from;
    char buf[8];

    send_text(pair.client, "x");
    EXPECT_BYTES(recvfrom(pair.server, buf, sizeof buf, 0, &from.sa, &len), buf, "x");
    EXPECT(len, 0);
    EXPECT(from.sa.sa_family, AF_UNSPEC);
    close_pair(pair);
}
