#include "conformance.h"

CONFORMANCE_CASE(tcp_recv_into_no_room_takes_nothing)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[8];

    EXPECT_ERROR(recv(pair.client, buf, 0, MSG_DONTWAIT), EAGAIN);
    send_text(pair.server, "stay");
    wait_for(pair.client, POLLIN);
    EXPECT(recv(pair.client, buf, 0, 0), 0);
    EXPECT_BYTES(recv(pair.client, buf, sizeof buf, 0), buf, "stay");
    close_pair(pair);
}
