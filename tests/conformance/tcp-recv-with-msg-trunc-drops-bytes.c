/* Linux's meaning of the flag for a stream; the buffer is not written. */
#include "conformance.h"

CONFORMANCE_CASE(tcp_recv_with_msg_trunc_drops_bytes)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[8] = "----";

    send_text(pair.client, "dropkeep");
    wait_for(pair.server, POLLIN);
    EXPECT(recv(pair.server, buf, 4, MSG_TRUNC), 4);
    EXPECT_STRING(buf, "----");
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, 0), buf, "keep");
    close_pair(pair);
}
