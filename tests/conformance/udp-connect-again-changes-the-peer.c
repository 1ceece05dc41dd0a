#include "conformance.h"

CONFORMANCE_CASE(udp_connect_again_changes_the_peer)
{
    int receivers[2] = {bound_socket(AF_INET, SOCK_DGRAM), bound_socket(AF_INET, SOCK_DGRAM)};
    int sender = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));
    char buf[16];

    for (int i = 0; i < 2; i++) {
        EXPECT(connect_to(sender, local_of(receivers[i])), 0);
        EXPECT_ADDRESS(peer_of(sender), local_of(receivers[i]));
        EXPECT(send(sender, "hi", 2, 0), 2);
        EXPECT_BYTES(recv(receivers[i], buf, sizeof buf, 0), buf, "hi");
    }
    EXPECT_ERROR(recv(receivers[0], buf, sizeof buf, MSG_DONTWAIT), EAGAIN);
    EXPECT(close(sender), 0);
    EXPECT(close(receivers[0]), 0);
    EXPECT(close(receivers[1]), 0);
}
