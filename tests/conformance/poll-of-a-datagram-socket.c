#include "conformance.h"

CONFORMANCE_CASE(poll_of_a_datagram_socket)
{
    struct pair pair = connected_datagrams(AF_INET);
    int fresh = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));
    char buf[8];

    EXPECT_EVENTS(fresh, POLLIN | POLLPRI | POLLOUT | POLLRDHUP, POLLOUT);
    EXPECT_EVENTS(pair.server, POLLIN | POLLPRI | POLLOUT | POLLRDHUP, POLLOUT);
    EXPECT(send(pair.client, "x", 1, 0), 1);
    wait_for(pair.server, POLLIN);
    EXPECT_EVENTS(pair.server, POLLIN | POLLRDNORM | POLLOUT | POLLWRNORM,
                  POLLIN | POLLRDNORM | POLLOUT | POLLWRNORM);
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, 0), buf, "x");
    EXPECT_EVENTS(pair.server, POLLIN, 0);
    EXPECT(close(fresh), 0);
    close_pair(pair);
}
