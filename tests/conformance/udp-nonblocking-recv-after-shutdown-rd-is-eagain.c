#include "conformance.h"

/* A call that would wait gives 0 instead; one that would not has no reason to. */
CONFORMANCE_CASE(udp_nonblocking_recv_after_shutdown_rd_is_eagain)
{
    struct pair pair = connected_datagrams(AF_INET);
    char buf[8];

    EXPECT(shutdown(pair.client, SHUT_RD), 0);
    EXPECT_ERROR(recv(pair.client, buf, sizeof buf, MSG_DONTWAIT), EAGAIN);
    EXPECT(recv(pair.client, buf, sizeof buf, 0), 0);
    set_nonblocking(pair.client);
    EXPECT_ERROR(recv(pair.client, buf, sizeof buf, 0), EAGAIN);
    close_pair(pair);
}
