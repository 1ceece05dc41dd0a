#include "conformance.h"

CONFORMANCE_CASE(tcp_recv_with_nothing_there_is_eagain)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[8];

    EXPECT_ERROR(recv(pair.client, buf, sizeof buf, MSG_DONTWAIT), EAGAIN);
    EXPECT(fcntl(pair.client, F_GETFL, 0) & O_NONBLOCK, 0);
    set_nonblocking(pair.client);
    EXPECT_ERROR(recv(pair.client, buf, sizeof buf, 0), EAGAIN);
    EXPECT_ERROR(recv(pair.client, buf, sizeof buf, MSG_PEEK), EAGAIN);
    EXPECT_ERROR(recv(pair.client, buf, sizeof buf, MSG_WAITALL), EAGAIN);
    close_pair(pair);
}
