/*
 * platform_msock.c: what the machines that run microsockets share: after each case every pool must
 * be as full as before it.
 */
#include "conformance.h"

/* Ends of streams need a few rounds, and an acknowledgement may be held back. */
#define SETTLE_MS 2000

static struct msock_usage before;

void platform_remember(void)
{
    msock_get_usage(&before);
}

/* The first pool that holds more or less than before. Blocks in TIME-WAIT are nobody's. */
static const char *difference(void)
{
    struct msock_usage now;

    msock_get_usage(&now);
    const struct {
        const char *name;
        uint32_t before;
        uint32_t now;
    } pools[] = {
        {"descriptors", before.fds, now.fds},
        {"sockets", before.sockets, now.sockets},
        {"results of getaddrinfo", before.addrinfos, now.addrinfos},
        {"TCP control blocks", before.tcp_blocks, now.tcp_blocks},
        {"UDP control blocks", before.udp_blocks, now.udp_blocks},
        {"segments", before.segments, now.segments},
        {"packet buffers", before.packet_buffers, now.packet_buffers},
        {"heap", before.heap_bytes, now.heap_bytes},
    };

    for (size_t i = 0; i < sizeof pools / sizeof pools[0]; i++) {
        if (pools[i].before != pools[i].now) {
            return pools[i].name;
        }
    }
    return NULL;
}

const char *platform_leak(void)
{
    uint32_t start = now_ms();

    while (difference() != NULL && now_ms() - start < SETTLE_MS) {
        msock_run();
    }
    return difference();
}

void platform_close_all(void)
{
    for (int fd = MSOCK_FIRST_FD; fd < MSOCK_FIRST_FD + MSOCK_MAX_FDS; fd++) {
        msock_close(fd);
    }
    platform_leak();
}
