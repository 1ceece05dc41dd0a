#include "conformance.h"

CONFORMANCE_CASE(tcp_shutdown_of_a_listener_ends_listening)
{
    int listener = listening_socket(AF_INET);
    int client = connected_socket(local_of(listener));
    char buf[8];

    wait_for(listener, POLLIN);
    EXPECT(shutdown(listener, SHUT_RD), 0);
    EXPECT_ERROR(accept(listener, NULL, NULL), EINVAL);
    EXPECT_ERROR(recv(client, buf, sizeof buf, 0), ECONNRESET);
    EXPECT(listen(listener, 1), 0);
    int again = connected_socket(local_of(listener));
    EXPECT(close(again), 0);
    EXPECT(close(client), 0);
    EXPECT(close(listener), 0);
}
