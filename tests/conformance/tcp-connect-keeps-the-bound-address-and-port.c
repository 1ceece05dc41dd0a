#include "conformance.h"

CONFORMANCE_CASE(tcp_connect_keeps_the_bound_address_and_port)
{
    int listener = listening_socket(AF_INET);
    int client = bound_socket(AF_INET, SOCK_STREAM);
    union address before = local_of(client);

    EXPECT(connect_to(client, local_of(listener)), 0);
    EXPECT_ADDRESS(local_of(client), before);
    int server = EXPECT_FD(accept(listener, NULL, NULL));
    EXPECT_ADDRESS(peer_of(server), before);
    EXPECT(close(client), 0);
    EXPECT(close(server), 0);
    EXPECT(close(listener), 0);
}
