#include "conformance.h"

CONFORMANCE_CASE(udp_sendto_of_a_connected_socket_goes_to_the_given_address)
{
    struct pair pair = connected_datagrams(AF_INET);
    int other = bound_socket(AF_INET, SOCK_DGRAM);
    union address to = local_of(other);
    char buf[16];

    EXPECT(sendto(pair.client, "other", 5, 0, &to.sa, sizeof to.in), 5);
    EXPECT_BYTES(recv(other, buf, sizeof buf, 0), buf, "other");
    EXPECT_ERROR(recv(pair.server, buf, sizeof buf, MSG_DONTWAIT), EAGAIN);
    EXPECT_ADDRESS(peer_of(pair.client), local_of(pair.server));
    EXPECT(send(pair.client, "peer", 4, 0), 4);
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, 0), buf, "peer");
    EXPECT(close(other), 0);
    close_pair(pair);
}
