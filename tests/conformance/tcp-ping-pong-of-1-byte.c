#include "conformance.h"

CONFORMANCE_CASE(tcp_ping_pong_of_1_byte)
{
    struct pair pair = connected_pair(AF_INET);
    int rounds = 0;
    char byte;

    for (; rounds < 100; rounds++) {
        byte = (char)rounds;
        if (send(pair.client, &byte, 1, 0) != 1 || recv(pair.server, &byte, 1, 0) != 1) {
            break;
        }
        byte++;
        if (send(pair.server, &byte, 1, 0) != 1 || recv(pair.client, &byte, 1, 0) != 1 ||
            byte != (char)(rounds + 1)) {
            break;
        }
    }
    EXPECT(rounds, 100);
    close_pair(pair);
}
