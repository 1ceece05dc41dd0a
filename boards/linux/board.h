/*
 * board.h of boards/linux: a process on Linux as a machine without an operating system: one thread,
 * a clock, and TAP devices for a network. It supplies what port/none asks of a board.
 */
#ifndef BOARD_H
#define BOARD_H

#include <stdbool.h>
#include <stdint.h>

#include "lwip_drv.h"

/* File descriptors that can end a sleep. Cost: 8 bytes each. */
#ifndef BOARD_MAX_WATCHED
#define BOARD_MAX_WATCHED 8
#endif

/* TAP devices that can be attached. Cost: 1.8 KB each. */
#ifndef BOARD_MAX_TAPS
#define BOARD_MAX_TAPS 2
#endif

/* Has a sleep end when the descriptor becomes readable: a device's, or the program's own standard
 * input. It stays watched, and must stay open, until the program ends. Does not block.
 * Returns 0, or -MSOCK_ENOBUFS: BOARD_MAX_WATCHED are watched already. */
int board_watch(int fd);

/* Opens a TAP device and makes it an interface of the stack. After msock_init(). Does not block.
 *   name  the interface of the host
 *   ipv4  our address, copied; NULL: asks DHCP
 * Returns 0, or a negative error: those of tap_open() (tap.h) and msock_lwip_netif_add()
 * (lwip_drv.h), -MSOCK_ENOBUFS  BOARD_MAX_TAPS are attached already */
int board_attach_tap(const char *name, const struct msock_lwip_ipv4 *ipv4);

/* The interface of the TAP device that was attached as number 0, 1...; NULL: there is none. For its
 * IPv6 addresses and counters (lwip_drv.h). In scope ids it has lwIP's name and number: "en1" and 2
 * for the first, since 1 is the loopback's. */
struct msock_lwip_netif *board_tap_interface(unsigned number);

/* Runs the stack until every TAP device has an IPv4 address. Blocks for at most timeout_ms
 * milliseconds, or until a signal; with no device it returns at once. Returns true if all have one.
 */
bool board_wait_for_network(uint32_t timeout_ms);

#endif
