#include "conformance.h"

CONFORMANCE_CASE(tcp_waitall_does_not_wait_if_nonblocking)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[16];

    send_text(pair.client, "part");
    wait_for(pair.server, POLLIN);
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, MSG_WAITALL | MSG_DONTWAIT), buf, "part");
    EXPECT_ERROR(recv(pair.server, buf, sizeof buf, MSG_WAITALL | MSG_DONTWAIT), EAGAIN);
    close_pair(pair);
}
