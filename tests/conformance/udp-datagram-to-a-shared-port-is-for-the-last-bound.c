#include "conformance.h"

CONFORMANCE_CASE(udp_datagram_to_a_shared_port_is_for_the_last_bound)
{
    int first = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));
    int second = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));
    char buf[8];

    set_flag(first, SOL_SOCKET, SO_REUSEADDR, 1);
    set_flag(second, SOL_SOCKET, SO_REUSEADDR, 1);
    EXPECT(bind_to(first, loopback(AF_INET, 0)), 0);
    EXPECT(bind_to(second, local_of(first)), 0);
    int sender = connected_datagram(local_of(first));
    EXPECT(send(sender, "last", 4, 0), 4);
    set_timeout(second, SO_RCVTIMEO, 100);
    EXPECT_BYTES(recv(second, buf, sizeof buf, 0), buf, "last");
    EXPECT_ERROR(recv(first, buf, sizeof buf, MSG_DONTWAIT), EAGAIN);
    EXPECT(close(first), 0);
    EXPECT(close(second), 0);
    EXPECT(close(sender), 0);
}
