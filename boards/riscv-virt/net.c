/*
 * net.c: the network of boards/riscv-virt, a virtio device as an interface of lwIP. Frames are
 * fetched by polling; the device's interrupt only ends a sleep.
 */
#include "board.h"

#include "lwip_drv.h"
#include "regs.h"
#include "virtio_mmio.h"
#include "virtio_net.h"

static struct virtio_mmio transport;
static struct virtio_net ethernet;
static struct msock_lwip_netif interface;
static bool started;

static void ethernet_handler(void)
{
    virtio_net_irq_disarm(&ethernet);
}

/* The place of the first network device, or -1. */
static int find_device(void)
{
    for (int place = 0; place < VIRTIO_PLACES; place++) {
        if (virtio_mmio_open(&transport, VIRTIO_BASE(place), VIRTIO_ID_NET) == 0) {
            return place;
        }
    }
    return -1;
}

bool board_net_start(void)
{
    int place = find_device();

    if (place < 0 || virtio_net_open(&ethernet, &transport.virtio) != 0) {
        return false;
    }
    started = true;
    board_irq_set((enum board_irq)(BOARD_IRQ_VIRTIO_FIRST + place), ethernet_handler);
    return msock_lwip_netif_add(&interface, &ethernet.drv, NULL) == 0;
}

struct msock_lwip_netif *board_net_interface(void)
{
    return started ? &interface : NULL;
}

bool board_net_arm(void)
{
    return started && virtio_net_irq_arm(&ethernet);
}

bool board_wait_for_network(uint32_t timeout_ms)
{
    return started && msock_lwip_netif_wait_ipv4(&interface, timeout_ms);
}
