#include "conformance.h"

CONFORMANCE_CASE(udp_recv_into_no_room_takes_the_datagram)
{
    struct pair pair = connected_datagrams(AF_INET);
    char buf[16];

    EXPECT(send(pair.client, "gone", 4, 0), 4);
    EXPECT(recv(pair.server, buf, 0, 0), 0);
    EXPECT_ERROR(recv(pair.server, buf, sizeof buf, MSG_DONTWAIT), EAGAIN);
    close_pair(pair);
}
