#include "conformance.h"

CONFORMANCE_CASE(tcp_connect_to_the_wildcard_means_this_machine)
{
    int listener = listening_socket(AF_INET);
    int client = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    int server;

    EXPECT(connect_to(client, wildcard(AF_INET, port_of(local_of(listener)))), 0);
    EXPECT_ADDRESS(peer_of(client), local_of(listener));
    server = EXPECT_FD(accept(listener, NULL, NULL));
    EXPECT(close(client), 0);
    EXPECT(close(server), 0);
    EXPECT(close(listener), 0);
}
