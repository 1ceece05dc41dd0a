/*
 * pools.h: what the cases about full pools share. They use the frame of the conformance cases, which
 * checks after each that every pool is as full as before, on a library whose pools are small:
 * tests/pools.cmake has the sizes, and hands them over as macros.
 */
#ifndef POOLS_H
#define POOLS_H

#include "conformance.h"

#define DESCRIPTORS    MSOCK_MAX_FDS
#define SOCKETS        MSOCK_MAX_SOCKETS
#define STREAM_BLOCKS  MEMP_NUM_TCP_PCB
#define LISTEN_BLOCKS  MEMP_NUM_TCP_PCB_LISTEN
#define UDP_BLOCKS     MEMP_NUM_UDP_PCB
#define PACKET_BUFFERS PBUF_POOL_SIZE

/* Opens a socket that the case closes again; it must be there. */
static inline int must_open(int type)
{
    return EXPECT_FD(socket(AF_INET, type, 0));
}

/* Opens or closes several at once. */
static inline void open_all(int *fds, int count, int type)
{
    for (int i = 0; i < count; i++)
        fds[i] = must_open(type);
}

static inline void close_all(const int *fds, int count)
{
    for (int i = 0; i < count; i++)
        EXPECT(close(fds[i]), 0);
}

#endif
