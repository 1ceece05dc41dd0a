#include "pools.h"

CONFORMANCE_CASE(connection_without_a_socket_object_is_reset)
{
    int listener = listening_socket(AF_INET);
    int first = connected_socket(local_of(listener));
    int others[SOCKETS - 4];
    char byte;

    open_all(others, SOCKETS - 4, SOCK_DGRAM);
    int second = must_open(SOCK_STREAM); /* the last object */
    EXPECT_ERROR(connect_to(second, local_of(listener)), ECONNRESET);
    EXPECT(close(second), 0);
    /* The first one is not concerned, and with room there are new ones. */
    EXPECT(close(others[0]), 0);
    second = connected_socket(local_of(listener));
    int server = EXPECT_FD(accept(listener, NULL, NULL));
    send_text(first, "x");
    EXPECT(recv(server, &byte, 1, 0), 1);
    EXPECT(close(second), 0);
    close_pair((struct pair){first, server});
    close_all(others + 1, SOCKETS - 5);
    EXPECT(close(listener), 0);
}
