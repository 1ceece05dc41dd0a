/*
 * net.c: the network of boards/template: a device that never has a frame and takes none. A device of
 * drivers/ goes in its place, or a new one there, which looks like this.
 */
#include "board.h"

#include "lwip_drv.h"

/* ---- The driver (drivers/drv.h) -------------------------------------------------------------- */

static int send(struct drv *drv, const struct drv_piece *pieces, size_t n)
{
    (void)drv;
    (void)pieces;
    (void)n;
    return -1;
}

static size_t pending(struct drv *drv)
{
    (void)drv;
    return 0;
}

static void receive(struct drv *drv, const struct drv_piece *pieces, size_t n)
{
    (void)drv;
    (void)pieces;
    (void)n;
}

static void discard(struct drv *drv)
{
    (void)drv;
}

static const struct drv_ops ops = {send, pending, receive, discard};

static struct drv device = {
    .ops = &ops,
    .kind = DRV_ETHERNET,
    .mac = {0x02, 0x00, 0x00, 0x00, 0x00, 0x01}, /* locally administered */
    .mtu = 1500,
};

/* ---- The interface --------------------------------------------------------------------------- */

static struct msock_lwip_netif interface;
static bool started;

bool board_net_start(void)
{
    started = msock_lwip_netif_add(&interface, &device, NULL) == 0;
    return started;
}

bool board_net_arm(void)
{
    return started && device.ops->pending(&device) != 0;
}

bool board_wait_for_network(uint32_t timeout_ms)
{
    return started && msock_lwip_netif_wait_ipv4(&interface, timeout_ms);
}
