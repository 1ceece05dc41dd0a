#include "conformance.h"

CONFORMANCE_CASE(poll_of_a_listener_is_in_when_accept_would_not_wait)
{
    int listener = listening_socket(AF_INET);

    EXPECT_EVENTS(listener, POLLIN | POLLOUT | POLLRDHUP, 0);
    int client = connected_socket(local_of(listener));
    wait_for(listener, POLLIN);
    EXPECT_EVENTS(listener, POLLIN | POLLRDNORM | POLLOUT | POLLRDHUP, POLLIN | POLLRDNORM);
    int server = EXPECT_FD(accept(listener, NULL, NULL));
    EXPECT_EVENTS(listener, POLLIN | POLLOUT, 0);
    EXPECT(close(client), 0);
    EXPECT(close(server), 0);
    EXPECT(close(listener), 0);
}
