/*
 * net.c: the network of boards/pc-i386, a virtio device as an interface of lwIP. It is looked for on
 * the PCI bus and, where there is none, at microvm's places in memory. Polled only: the tick ends a
 * sleep soon enough.
 */
#include "board.h"

#include "lwip_drv.h"
#include "pci.h"
#include "regs.h"
#include "virtio_mmio.h"
#include "virtio_net.h"

static struct virtio_pci on_pci;
static struct virtio_mmio in_memory;
static struct virtio_net ethernet;
static struct msock_lwip_netif interface;
static bool started;

static struct virtio *find_on_pci(void)
{
    for (uint32_t function = 0; function < PCI_FUNCTIONS; function++) {
        if (virtio_pci_open(&on_pci, &pci_config, function, VIRTIO_ID_NET) == 0) {
            return &on_pci.virtio;
        }
    }
    return NULL;
}

static struct virtio *find_in_memory(void)
{
    for (int place = 0; place < VIRTIO_PLACES; place++) {
        if (virtio_mmio_open(&in_memory, VIRTIO_BASE(place), VIRTIO_ID_NET) == 0) {
            return &in_memory.virtio;
        }
    }
    return NULL;
}

bool board_net_start(void)
{
    struct virtio *virtio = pci_is_there() ? find_on_pci() : find_in_memory();

    if (virtio == NULL || virtio_net_open(&ethernet, virtio) != 0) {
        return false;
    }
    started = true;
    return msock_lwip_netif_add(&interface, &ethernet.drv, NULL) == 0;
}

struct msock_lwip_netif *board_net_interface(void)
{
    return started ? &interface : NULL;
}

bool board_net_arm(void)
{
    return started && ethernet.drv.ops->pending(&ethernet.drv) != 0;
}

bool board_wait_for_network(uint32_t timeout_ms)
{
    return started && msock_lwip_netif_wait_ipv4(&interface, timeout_ms);
}
