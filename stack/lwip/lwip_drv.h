/*
 * lwip_drv.h: a network device of drivers/ as an interface of lwIP. Programs of the lwIP build that
 * bring up their own network include it.
 *
 * A program that has a netif of its own (a vendor's Ethernet or Wi-Fi driver) needs none of this:
 * it keeps its netif_add() and hands microsockets a poller whose function calls the vendor's, say
 * `cyw43_arch_poll()` or `ethernetif_input(&netif)`; see msock_poller_add() in msock_net.h.
 *
 * Nothing here blocks. All of it is for the one thread that starts the network: call it after
 * msock_init() and before other threads use sockets, with port/none from anywhere but an interrupt.
 */
#ifndef LWIP_DRV_H
#define LWIP_DRV_H

#include <stdbool.h>
#include <stdint.h>

#include "lwip/netif.h"

#include "drv.h"
#include "microsockets/msock_net.h"

/* Frames that one poll brings in at most, 1 or more; then lwIP's timers get their turn. Cost: none.
 */
#ifndef MSOCK_LWIP_POLL_FRAMES
#define MSOCK_LWIP_POLL_FRAMES 8
#endif

/* Pieces that a frame to be sent may consist of, 1 or more, before it is copied into one piece.
 * Cost: 8 bytes of stack each. */
#ifndef MSOCK_LWIP_MAX_PIECES
#define MSOCK_LWIP_MAX_PIECES 8
#endif

#if MSOCK_LWIP_POLL_FRAMES < 1 || MSOCK_LWIP_MAX_PIECES < 1
#error "MSOCK_LWIP_POLL_FRAMES and MSOCK_LWIP_MAX_PIECES must be 1 or more"
#endif

/* Counts since the start; they wrap around. */
struct msock_lwip_counters {
    uint32_t received;          /* frames handed to lwIP */
    uint32_t sent;              /* frames handed to the device */
    uint32_t receive_no_buffer; /* frames dropped: no buffer was free (PBUF_POOL_SIZE) */
    uint32_t send_no_buffer;   /* frames dropped: no room to put their pieces together (MEM_SIZE) */
    uint32_t send_device_full; /* frames dropped: the device did not take them */
};

/* An interface. The object belongs to the caller, needs no initialisation and must stay until the
 * program ends. netif and counters may be read; all else is lwip_drv.c's. */
struct msock_lwip_netif {
    struct netif netif;
    struct msock_poller poller;
    struct drv *drv;
    struct msock_lwip_counters counters;
};

/* A fixed IPv4 address; each in network byte order, as it is written: {192, 0, 2, 1}. */
struct msock_lwip_ipv4 {
    uint8_t address[4];
    uint8_t netmask[4];
    uint8_t gateway[4]; /* 0.0.0.0: there is none */
};

/* Makes the device an interface of lwIP, brings it up and has it polled whenever the stack runs.
 * The first interface is also the default route. On Ethernet IPv6 configures itself: a link-local
 * address at once, others when a router announces its prefix. Once for each object.
 *   self  the object
 *   drv   the device, ready for use; stays the caller's, until the program ends
 *   ipv4  its address, copied; NULL: asks DHCP on Ethernet, and none on a DRV_IP device
 * Returns 0, or a negative error:
 *   -MSOCK_ENOBUFS  lwIP had no memory for the interface or for DHCP */
int msock_lwip_netif_add(struct msock_lwip_netif *self, struct drv *drv,
                         const struct msock_lwip_ipv4 *ipv4);

/* Gives the interface one more IPv6 address. On Ethernet it can be used after lwIP has asked
 * whether somebody has it already, a second later; on a DRV_IP device at once.
 *   self     the interface
 *   address  16 bytes in network byte order
 * Returns 0, or a negative error:
 *   -MSOCK_ENOBUFS      no room for an address (LWIP_IPV6_NUM_ADDRESSES)
 *   -MSOCK_EAFNOSUPPORT lwIP is built without IPv6 */
int msock_lwip_netif_add_ipv6(struct msock_lwip_netif *self, const uint8_t address[16]);

/* Can the interface send IPv4 packets: does it have its fixed address, or one from DHCP? */
bool msock_lwip_netif_has_ipv4(const struct msock_lwip_netif *self);

/* Runs the stack until that is so. Blocks for at most timeout_ms milliseconds, or until the port
 * interrupts it. For a program that starts, with port/none. Returns whether it is so. */
bool msock_lwip_netif_wait_ipv4(const struct msock_lwip_netif *self, uint32_t timeout_ms);

/* Does the interface have an IPv6 address that can be used; with routable beyond the link too? */
bool msock_lwip_netif_has_ipv6(const struct msock_lwip_netif *self, bool routable);

#endif
