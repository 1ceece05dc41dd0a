#include "conformance.h"

CONFORMANCE_CASE(tcp_listen_on_an_unbound_socket_chooses_a_port)
{
    int listener = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));

    EXPECT(listen(listener, 1), 0);
    unsigned port = port_of(local_of(listener));
    EXPECT_TRUE(port != 0);
    EXPECT_ADDRESS(local_of(listener), wildcard(AF_INET, port));
    int client = connected_socket(loopback(AF_INET, port));
    EXPECT(close(client), 0);
    EXPECT(close(listener), 0);
}
