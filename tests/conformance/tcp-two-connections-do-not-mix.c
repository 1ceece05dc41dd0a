#include "conformance.h"

CONFORMANCE_CASE(tcp_two_connections_do_not_mix)
{
    int listener = listening_socket(AF_INET);
    int clients[2];
    int servers[2];
    char buf[8];

    for (int i = 0; i < 2; i++) {
        clients[i] = connected_socket(local_of(listener));
        servers[i] = EXPECT_FD(accept(listener, NULL, NULL));
    }
    for (int round = 0; round < 3; round++) {
        EXPECT(send(clients[0], "zero", 4, 0), 4);
        EXPECT(send(clients[1], "one", 3, 0), 3);
        EXPECT_BYTES(recv(servers[1], buf, sizeof buf, 0), buf, "one");
        EXPECT_BYTES(recv(servers[0], buf, sizeof buf, 0), buf, "zero");
    }
    EXPECT(close(clients[0]), 0);
    EXPECT(recv(servers[0], buf, sizeof buf, 0), 0);
    EXPECT_ERROR(recv(servers[1], buf, sizeof buf, MSG_DONTWAIT), EAGAIN);
    EXPECT(send(clients[1], "alive", 5, 0), 5);
    EXPECT_BYTES(recv(servers[1], buf, sizeof buf, 0), buf, "alive");
    EXPECT(close(clients[1]), 0);
    EXPECT(close(servers[0]), 0);
    EXPECT(close(servers[1]), 0);
    EXPECT(close(listener), 0);
}
