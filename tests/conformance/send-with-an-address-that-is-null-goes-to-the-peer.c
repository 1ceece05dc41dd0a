#include "conformance.h"

CONFORMANCE_CASE(send_with_an_address_that_is_null_goes_to_the_peer)
{
    struct pair stream = connected_pair(AF_INET);
    struct pair datagram = connected_datagrams(AF_INET);
    char buf[8];

    EXPECT(sendto(stream.client, "tcp", 3, 0, NULL, 0), 3);
    EXPECT_BYTES(recvfrom(stream.server, buf, sizeof buf, 0, NULL, NULL), buf, "tcp");
    EXPECT(sendto(datagram.client, "udp", 3, 0, NULL, 0), 3);
    EXPECT_BYTES(recvfrom(datagram.server, buf, sizeof buf, 0, NULL, NULL), buf, "udp");
    close_pair(stream);
    close_pair(datagram);
}
