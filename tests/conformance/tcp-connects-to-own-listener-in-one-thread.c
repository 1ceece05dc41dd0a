#include "conformance.h"

CONFORMANCE_CASE(tcp_connects_to_own_listener_in_one_thread)
{
    int listener = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    int client = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    char buf[16];

    EXPECT(bind_to(listener, loopback(AF_INET, 0)), 0);
    EXPECT(listen(listener, 1), 0);
    EXPECT(connect_to(client, local_of(listener)), 0);
    int server = EXPECT_FD(accept(listener, NULL, NULL));
    EXPECT(send(client, "question", 8, 0), 8);
    EXPECT_BYTES(recv(server, buf, sizeof buf, 0), buf, "question");
    EXPECT(send(server, "answer", 6, 0), 6);
    EXPECT_BYTES(recv(client, buf, sizeof buf, 0), buf, "answer");
    EXPECT(close(client), 0);
    EXPECT(recv(server, buf, sizeof buf, 0), 0);
    EXPECT(close(server), 0);
    EXPECT(close(listener), 0);
}
