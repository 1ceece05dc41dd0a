#include "conformance.h"

CONFORMANCE_CASE(udp_datagrams_from_before_connect_stay_in_the_queue)
{
    int receiver = bound_socket(AF_INET, SOCK_DGRAM);
    int early = connected_datagram(local_of(receiver));
    int peer = bound_socket(AF_INET, SOCK_DGRAM);
    char buf[16];

    EXPECT(send(early, "early", 5, 0), 5);
    wait_for(receiver, POLLIN);
    EXPECT(connect_to(receiver, local_of(peer)), 0);
    EXPECT_BYTES(recv(receiver, buf, sizeof buf, 0), buf, "early");
    EXPECT(close(receiver), 0);
    EXPECT(close(early), 0);
    EXPECT(close(peer), 0);
}
