#include "conformance.h"

CONFORMANCE_CASE(tcp_closed_listener_resets_the_connections_in_its_queue)
{
    int listener = listening_socket(AF_INET);
    int first = connected_socket(local_of(listener));
    int second = connected_socket(local_of(listener));
    char buf[8];

    wait_for(listener, POLLIN);
    EXPECT(close(listener), 0);
    EXPECT_ERROR(recv(first, buf, sizeof buf, 0), ECONNRESET);
    EXPECT_ERROR(recv(second, buf, sizeof buf, 0), ECONNRESET);
    EXPECT(recv(first, buf, sizeof buf, 0), 0);
    EXPECT(close(first), 0);
    EXPECT(close(second), 0);
}
