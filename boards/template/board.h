/*
 * board.h of boards/template: what a program sees of a board. This one is a board without hardware,
 * to be copied: it compiles, and does nothing yet. docs/porting.md goes through it.
 */
#ifndef BOARD_H
#define BOARD_H

#include <stdbool.h>
#include <stdint.h>

/* Starts everything: console, clock, microsockets, network. Call it first in main(). Does not wait
 * for an address. Returns true if there is a network device; without one the machine still reaches
 * itself, as 127.0.0.1 and ::1. */
bool board_init(void);

/* Runs the stack until DHCP has given an address. Blocks for at most timeout_ms milliseconds; with
 * no device it returns at once. Returns true if there is an IPv4 address. */
bool board_wait_for_network(uint32_t timeout_ms);

/* The interrupt of a timer calls it, each millisecond. */
void board_tick(void);

/* Makes the network device an interface of the stack. After msock_init(), once. Returns false if
 * there is no device or no memory. */
bool board_net_start(void);

/* Returns true if a frame waits: do not sleep. Call it with interrupts masked. */
bool board_net_arm(void);

#endif
