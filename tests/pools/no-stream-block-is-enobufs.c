#include "pools.h"

CONFORMANCE_CASE(no_stream_block_is_enobufs)
{
    int streams[STREAM_BLOCKS];

    open_all(streams, STREAM_BLOCKS, SOCK_STREAM);
    EXPECT_ERROR(socket(AF_INET, SOCK_STREAM, 0), ENOBUFS);
    /* Nothing else was taken for it: as many datagram sockets as ever. */
    int datagrams[DESCRIPTORS - STREAM_BLOCKS];
    open_all(datagrams, DESCRIPTORS - STREAM_BLOCKS, SOCK_DGRAM);
    close_all(datagrams, DESCRIPTORS - STREAM_BLOCKS);
    EXPECT(close(streams[0]), 0);
    streams[0] = must_open(SOCK_STREAM);
    close_all(streams, STREAM_BLOCKS);
}
