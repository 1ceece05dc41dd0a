#include "conformance.h"

CONFORMANCE_CASE(tcp_socket_that_was_dissolved_can_connect_again)
{
    struct pair pair = connected_pair(AF_INET);
    int listener = listening_socket(AF_INET);
    union address none = wildcard(AF_UNSPEC, 0);
    char buf[8];

    EXPECT(connect(pair.client, &none.sa, sizeof none.sa), 0);
    EXPECT(get_flag(pair.client, SOL_SOCKET, SO_ERROR), ECONNRESET);
    EXPECT(connect_to(pair.client, local_of(listener)), 0);
    int server = EXPECT_FD(accept(listener, NULL, NULL));
    EXPECT(send(pair.client, "again", 5, 0), 5);
    EXPECT_BYTES(recv(server, buf, sizeof buf, 0), buf, "again");
    EXPECT(close(server), 0);
    EXPECT(close(listener), 0);
    close_pair(pair);
}
