#include "conformance.h"

CONFORMANCE_CASE(udp_datagrams_keep_their_bounds)
{
    struct pair pair = connected_datagrams(AF_INET);
    char buf[16];

    EXPECT(send(pair.client, "one", 3, 0), 3);
    EXPECT(send(pair.client, "two", 3, 0), 3);
    EXPECT(send(pair.client, "three", 5, 0), 5);
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, 0), buf, "one");
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, 0), buf, "two");
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, 0), buf, "three");
    EXPECT_ERROR(recv(pair.server, buf, sizeof buf, MSG_DONTWAIT), EAGAIN);
    close_pair(pair);
}
