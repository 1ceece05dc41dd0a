#include "conformance.h"

CONFORMANCE_CASE(tcp_accept_takes_the_oldest_connection)
{
    int listener = listening_socket(AF_INET);
    int clients[3];

    for (int i = 0; i < 3; i++) {
        clients[i] = connected_socket(local_of(listener));
    }
    for (int i = 0; i < 3; i++) {
        int server = EXPECT_FD(accept(listener, NULL, NULL));
        EXPECT_ADDRESS(peer_of(server), local_of(clients[i]));
        EXPECT(close(server), 0);
    }
    for (int i = 0; i < 3; i++) {
        EXPECT(close(clients[i]), 0);
    }
    EXPECT(close(listener), 0);
}
