#include "pools.h"

/* Without a block for it the SYN is lost, each time that it is sent. The stream can try again. */
CONFORMANCE_CASE(connect_that_nobody_answers_is_etimedout)
{
    int listener = listening_socket(AF_INET);
    int streams[STREAM_BLOCKS];

    open_all(streams, STREAM_BLOCKS, SOCK_STREAM);
    EXPECT_ERROR(connect_to(streams[0], local_of(listener)), ETIMEDOUT);
    EXPECT(close(streams[1]), 0);
    EXPECT(connect_to(streams[0], local_of(listener)), 0);
    close_pair((struct pair){streams[0], EXPECT_FD(accept(listener, NULL, NULL))});
    close_all(streams + 2, STREAM_BLOCKS - 2);
    EXPECT(close(listener), 0);
}
