#include "conformance.h"

CONFORMANCE_CASE(poll_of_a_listener_that_was_shut_down)
{
    int listener = listening_socket(AF_INET);

    EXPECT(shutdown(listener, SHUT_RD), 0);
    EXPECT_EVENTS(listener, POLLIN | POLLOUT | POLLRDHUP, POLLOUT | POLLHUP);
    EXPECT(close(listener), 0);
}
