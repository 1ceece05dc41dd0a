#include "pools.h"

/* What they sent last cannot be delivered: the peers' windows are closed, and stay so. */
CONFORMANCE_CASE(closed_streams_make_room_when_their_peers_take_nothing)
{
    for (int i = 0; i < STREAM_BLOCKS; i++) {
        struct pair pair = connected_pair(AF_INET);
        set_nonblocking(pair.client);
        EXPECT_TRUE(fill(pair.client) > 0);
        EXPECT(close(pair.client), 0);
        EXPECT(close(pair.server), 0);
        (void)msock_run(); /* the reset arrives */
    }
    int listener = listening_socket(AF_INET);
    struct pair kept;
    kept.client = connected_socket(local_of(listener));
    kept.server = EXPECT_FD(accept(listener, NULL, NULL));
    set_nonblocking(kept.client);
    EXPECT_TRUE(fill(kept.client) > 0);
    EXPECT(close(kept.client), 0); /* its block lives on, as nobody's */
    int streams[STREAM_BLOCKS - 1];
    open_all(streams, STREAM_BLOCKS - 1, SOCK_STREAM);
    close_all(streams, STREAM_BLOCKS - 1);
    EXPECT(close(kept.server), 0);
    EXPECT(close(listener), 0);
}
