#include "conformance.h"

CONFORMANCE_CASE(tcp_connect_twice_is_eisconn)
{
    int listener = listening_socket(AF_INET);
    int client = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));

    EXPECT(connect_to(client, local_of(listener)), 0);
    EXPECT_ERROR(connect_to(client, local_of(listener)), EISCONN);
    int server = EXPECT_FD(accept(listener, NULL, NULL));
    EXPECT_ERROR(connect_to(server, local_of(listener)), EISCONN);
    EXPECT(close(client), 0);
    EXPECT(close(server), 0);
    EXPECT(close(listener), 0);
}
