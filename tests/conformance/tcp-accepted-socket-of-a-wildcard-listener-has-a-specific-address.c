#include "conformance.h"

CONFORMANCE_CASE(tcp_accepted_socket_of_a_wildcard_listener_has_a_specific_address)
{
    int listener = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));

    EXPECT(bind_to(listener, wildcard(AF_INET, 0)), 0);
    EXPECT(listen(listener, 1), 0);
    unsigned port = port_of(local_of(listener));
    int client = connected_socket(loopback(AF_INET, port));
    int server = EXPECT_FD(accept(listener, NULL, NULL));
    EXPECT_ADDRESS(local_of(listener), wildcard(AF_INET, port));
    EXPECT_ADDRESS(local_of(server), loopback(AF_INET, port));
    EXPECT(close(client), 0);
    EXPECT(close(server), 0);
    EXPECT(close(listener), 0);
}
