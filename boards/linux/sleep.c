/*
 * sleep.c: how boards/linux sleeps with port/none: until a watched descriptor is readable, a signal
 * or the time-out. With threads another port brings its own sleep instead of this file.
 */
#include <errno.h>
#include <limits.h>
#include <poll.h>

#include "board.h"
#include "microsockets/msock_errno.h"
#include "port.h"

static struct pollfd watched[BOARD_MAX_WATCHED];
static nfds_t watched_count;

int board_watch(int fd)
{
    if (watched_count == BOARD_MAX_WATCHED) {
        return -MSOCK_ENOBUFS;
    }
    watched[watched_count].fd = fd;
    watched[watched_count].events = POLLIN;
    watched_count++;
    return 0;
}

/* A signal that arrives during the sleep interrupts the call that waits, as on Linux. One that
 * comes between two sleeps does not: its handler has run, and the call goes on waiting. */
int port_sleep(uint32_t timeout_ms)
{
    int limit = timeout_ms > INT_MAX ? -1 : (int)timeout_ms;

    if (poll(watched, watched_count, limit) < 0 && errno == EINTR) {
        return -MSOCK_EINTR;
    }
    return 0;
}
