/* Blocks in TIME-WAIT must not keep new connections out. */
#include "conformance.h"

CONFORMANCE_CASE(tcp_30_connections_one_after_the_other)
{
    int listener = listening_socket(AF_INET);
    int rounds = 0;
    char byte;

    for (; rounds < 30; rounds++) {
        int client = connected_socket(local_of(listener));
        int server = accept(listener, NULL, NULL);
        if (send(client, "x", 1, 0) != 1 || recv(server, &byte, 1, 0) != 1) {
            break;
        }
        if (close(client) != 0 || recv(server, &byte, 1, 0) != 0 || close(server) != 0) {
            break;
        }
    }
    EXPECT(rounds, 30);
    EXPECT(close(listener), 0);
}
