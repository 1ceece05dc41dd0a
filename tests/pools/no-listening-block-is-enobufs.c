#include "pools.h"

CONFORMANCE_CASE(no_listening_block_is_enobufs)
{
    int listeners[LISTEN_BLOCKS];

    for (int i = 0; i < LISTEN_BLOCKS; i++)
        listeners[i] = listening_socket(AF_INET);
    int one_more = must_open(SOCK_STREAM);
    EXPECT_ERROR(listen(one_more, 1), ENOBUFS);
    EXPECT(close(listeners[0]), 0);
    EXPECT(listen(one_more, 1), 0);
    /* It is a listener like others. */
    int client = connected_socket(loopback(AF_INET, port_of(local_of(one_more))));
    close_pair((struct pair){client, EXPECT_FD(accept(one_more, NULL, NULL))});
    EXPECT(close(one_more), 0);
    close_all(listeners + 1, LISTEN_BLOCKS - 1);
}
