#include "conformance.h"

CONFORMANCE_CASE(tcp_data_sent_before_accept_can_be_read_after_it)
{
    int listener = listening_socket(AF_INET);
    int client = connected_socket(local_of(listener));
    char buf[16];

    EXPECT(send(client, "early", 5, 0), 5);
    int server = EXPECT_FD(accept(listener, NULL, NULL));
    EXPECT_BYTES(recv(server, buf, sizeof buf, 0), buf, "early");
    EXPECT(close(client), 0);
    EXPECT(close(server), 0);
    EXPECT(close(listener), 0);
}
