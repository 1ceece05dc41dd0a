#include "conformance.h"

CONFORMANCE_CASE(udp_msg_trunc_returns_the_real_length)
{
    struct pair pair = connected_datagrams(AF_INET);
    char buf[16] = "----";

    EXPECT(send(pair.client, "abcdefgh", 8, 0), 8);
    EXPECT(recv(pair.server, buf, 3, MSG_TRUNC | MSG_PEEK), 8);
    EXPECT_STRING(buf, "abc-");
    EXPECT(recv(pair.server, buf, 0, MSG_TRUNC | MSG_PEEK), 8);
    EXPECT(recv(pair.server, buf, 2, MSG_TRUNC), 8);
    EXPECT_ERROR(recv(pair.server, buf, 3, MSG_TRUNC | MSG_DONTWAIT), EAGAIN);
    EXPECT(send(pair.client, "ij", 2, 0), 2);
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, MSG_TRUNC), buf, "ij");
    close_pair(pair);
}
