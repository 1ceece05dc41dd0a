#include "conformance.h"

CONFORMANCE_CASE(tcp_connect_chooses_a_local_address_and_port)
{
    int listener = listening_socket(AF_INET);
    int client = connected_socket(local_of(listener));

    EXPECT_TRUE(port_of(local_of(client)) != 0);
    EXPECT_ADDRESS(local_of(client), loopback(AF_INET, port_of(local_of(client))));
    EXPECT(close(client), 0);
    EXPECT(close(listener), 0);
}
