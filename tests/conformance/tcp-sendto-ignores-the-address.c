#include "conformance.h"

CONFORMANCE_CASE(tcp_sendto_ignores_the_address)
{
    struct pair pair = connected_pair(AF_INET);
    union address elsewhere = foreign_address(9);
    char buf[8];

    EXPECT(sendto(pair.client, "here", 4, 0, &elsewhere.sa, sizeof elsewhere.in), 4);
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, 0), buf, "here");
    close_pair(pair);
}
