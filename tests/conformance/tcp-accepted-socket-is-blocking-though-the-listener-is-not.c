#include "conformance.h"

CONFORMANCE_CASE(tcp_accepted_socket_is_blocking_though_the_listener_is_not)
{
    int listener = listening_socket(AF_INET);

    set_nonblocking(listener);
    int client = connected_socket(local_of(listener));
    wait_for(listener, POLLIN);
    int server = EXPECT_FD(accept(listener, NULL, NULL));
    EXPECT(fcntl(listener, F_GETFL, 0) & O_NONBLOCK, O_NONBLOCK);
    EXPECT(fcntl(server, F_GETFL, 0) & O_NONBLOCK, 0);
    EXPECT(close(client), 0);
    EXPECT(close(server), 0);
    EXPECT(close(listener), 0);
}
