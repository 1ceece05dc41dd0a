#include "pools.h"

/* Connections that wait in an accept queue take objects, but no descriptors. */
CONFORMANCE_CASE(no_socket_object_is_enfile)
{
    int listener = listening_socket(AF_INET);
    int clients[] = {connected_socket(local_of(listener)), connected_socket(local_of(listener))};
    int others[SOCKETS - 5];

    /* The second connection is in the queue when the stack has run. */
    wait_for(listener, POLLIN);
    open_all(others, SOCKETS - 5, SOCK_DGRAM);
    EXPECT_ERROR(socket(AF_INET, SOCK_DGRAM, 0), ENFILE);
    EXPECT(close(others[0]), 0);
    others[0] = must_open(SOCK_DGRAM);
    close_all(others, SOCKETS - 5);
    close_all(clients, 2);
    EXPECT(close(listener), 0);
}
