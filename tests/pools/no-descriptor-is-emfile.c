#include "pools.h"

CONFORMANCE_CASE(no_descriptor_is_emfile)
{
    int streams[DESCRIPTORS - UDP_BLOCKS];
    int datagrams[UDP_BLOCKS];

    open_all(streams, DESCRIPTORS - UDP_BLOCKS, SOCK_STREAM);
    open_all(datagrams, UDP_BLOCKS, SOCK_DGRAM);
    EXPECT_ERROR(socket(AF_INET, SOCK_STREAM, 0), EMFILE);
    EXPECT(close(streams[0]), 0);
    streams[0] = must_open(SOCK_STREAM);
    close_all(streams, DESCRIPTORS - UDP_BLOCKS);
    close_all(datagrams, UDP_BLOCKS);
}
