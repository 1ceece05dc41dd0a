#include "conformance.h"

CONFORMANCE_CASE(udp_connected_socket_hears_its_peer_only)
{
    struct pair pair = connected_datagrams(AF_INET);
    int stranger = bound_socket(AF_INET, SOCK_DGRAM);
    union address to = local_of(pair.server);
    char buf[16];

    EXPECT(sendto(stranger, "stranger", 8, 0, &to.sa, sizeof to.in), 8);
    EXPECT(send(pair.client, "peer", 4, 0), 4);
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, 0), buf, "peer");
    EXPECT_ERROR(recv(pair.server, buf, sizeof buf, MSG_DONTWAIT), EAGAIN);
    EXPECT(close(stranger), 0);
    close_pair(pair);
}
