#include "conformance.h"

CONFORMANCE_CASE(tcp_listener_that_was_closed_leaves_its_port_free)
{
    int listener = listening_socket(AF_INET);
    union address name = local_of(listener);
    int again = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));

    EXPECT(close(listener), 0);
    EXPECT(bind_to(again, name), 0);
    EXPECT(listen(again, 1), 0);
    int client = connected_socket(name);
    EXPECT(close(client), 0);
    EXPECT(close(again), 0);
}
