#include "pools.h"

CONFORMANCE_CASE(no_datagram_block_is_enobufs)
{
    int datagrams[UDP_BLOCKS];

    open_all(datagrams, UDP_BLOCKS, SOCK_DGRAM);
    EXPECT_ERROR(socket(AF_INET, SOCK_DGRAM, 0), ENOBUFS);
    EXPECT(close(datagrams[0]), 0);
    datagrams[0] = must_open(SOCK_DGRAM);
    close_all(datagrams, UDP_BLOCKS);
}
