#include "pools.h"

/* The SYN is lost, as on a wire; it is sent again after some seconds. */
CONFORMANCE_CASE(connection_without_a_stream_block_waits_for_one)
{
    int listener = listening_socket(AF_INET);
    int streams[STREAM_BLOCKS];

    open_all(streams, STREAM_BLOCKS, SOCK_STREAM);
    set_timeout(streams[0], SO_SNDTIMEO, 20);
    EXPECT_ERROR(connect_to(streams[0], local_of(listener)), EINPROGRESS);
    EXPECT(close(streams[1]), 0);
    struct pollfd connected = {.fd = streams[0], .events = POLLOUT};
    EXPECT(poll(&connected, 1, 10000), 1);
    EXPECT(get_flag(streams[0], SOL_SOCKET, SO_ERROR), 0);
    close_pair((struct pair){streams[0], EXPECT_FD(accept(listener, NULL, NULL))});
    close_all(streams + 2, STREAM_BLOCKS - 2);
    EXPECT(close(listener), 0);
}
