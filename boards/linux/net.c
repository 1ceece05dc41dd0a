/*
 * net.c: the TAP devices of boards/linux as interfaces of the stack.
 */
#include "board.h"

#include "microsockets/msock_errno.h"
#include "port.h"
#include "tap.h"

static struct {
    struct tap tap;
    struct msock_lwip_netif netif;
} taps[BOARD_MAX_TAPS];

static unsigned tap_count;

int board_attach_tap(const char *name, const struct msock_lwip_ipv4 *ipv4)
{
    if (tap_count == BOARD_MAX_TAPS) {
        return -MSOCK_ENOBUFS;
    }
    struct tap *tap = &taps[tap_count].tap;
    int error = tap_open(tap, name);
    if (error == 0) {
        error = board_watch(tap_fd(tap));
        if (error != 0) {
            tap_close(tap);
        }
    }
    if (error != 0) {
        return error;
    }
    /* From here on the stack may hold the interface, so it is never given back. */
    return msock_lwip_netif_add(&taps[tap_count++].netif, &tap->drv, ipv4);
}

struct msock_lwip_netif *board_tap_interface(unsigned number)
{
    return number < tap_count ? &taps[number].netif : NULL;
}

bool board_wait_for_network(uint32_t timeout_ms)
{
    const uint32_t start_ms = port_now_ms();

    for (unsigned i = 0; i < tap_count; i++) {
        const uint32_t waited_ms = port_now_ms() - start_ms;
        const uint32_t left_ms = waited_ms < timeout_ms ? timeout_ms - waited_ms : 0;
        if (!msock_lwip_netif_wait_ipv4(&taps[i].netif, left_ms)) {
            return false;
        }
    }
    return true;
}
