#include "conformance.h"

CONFORMANCE_CASE(tcp_connection_that_ended_in_the_queue_is_still_accepted)
{
    int listener = listening_socket(AF_INET);
    int client = connected_socket(local_of(listener));
    union address name = local_of(client);
    char buf[16];

    EXPECT(send(client, "bye", 3, 0), 3);
    EXPECT(close(client), 0);
    int server = EXPECT_FD(accept(listener, NULL, NULL));
    EXPECT_ADDRESS(peer_of(server), name);
    EXPECT_BYTES(recv(server, buf, sizeof buf, MSG_WAITALL), buf, "bye");
    EXPECT(recv(server, buf, sizeof buf, 0), 0);
    EXPECT(close(server), 0);
    EXPECT(close(listener), 0);
}
