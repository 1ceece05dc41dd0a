#include "conformance.h"

CONFORMANCE_CASE(tcp_accept_with_nothing_there_is_eagain)
{
    int listener = listening_socket(AF_INET);

    set_nonblocking(listener);
    EXPECT_EVENTS(listener, POLLIN | POLLOUT, 0);
    EXPECT_ERROR(accept(listener, NULL, NULL), EAGAIN);
    int client = connected_socket(local_of(listener));
    wait_for(listener, POLLIN);
    int server = EXPECT_FD(accept(listener, NULL, NULL));
    EXPECT_ERROR(accept(listener, NULL, NULL), EAGAIN);
    EXPECT(close(client), 0);
    EXPECT(close(server), 0);
    EXPECT(close(listener), 0);
}
