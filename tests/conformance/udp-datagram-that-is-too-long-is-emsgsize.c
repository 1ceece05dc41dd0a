/* An IPv4 packet of 65,535 bytes less its header (20) and UDP's (8). IPv6's own is not counted. */
#include "conformance.h"

CONFORMANCE_CASE(udp_datagram_that_is_too_long_is_emsgsize)
{
    static char block[65536];
    struct pair pair = connected_datagrams(AF_INET);
    struct pair pair6 = connected_datagrams(AF_INET6);
    char buf[8];

    EXPECT_ERROR(send(pair.client, block, 65508, 0), EMSGSIZE);
    EXPECT_ERROR(send(pair.client, block, sizeof block, 0), EMSGSIZE);
    EXPECT_ERROR(send(pair6.client, block, 65528, 0), EMSGSIZE);
    EXPECT_ERROR(recv(pair.server, buf, sizeof buf, MSG_DONTWAIT), EAGAIN);
    EXPECT(send(pair.client, "short", 5, 0), 5);
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, 0), buf, "short");
    close_pair(pair);
    close_pair(pair6);
}
