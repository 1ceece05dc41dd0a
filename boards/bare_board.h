/*
 * bare_board.h: what the bare boards have in common; each board.h includes it behind its numbers of
 * interrupts. In two halves: a program that has the machine to itself links all of a board's files and
 * calls board_init(); a firmware with a start-up and a console of its own (MicroPython's) takes the
 * files of the parts, calls board_clock_init() and board_net_start(), and brings its own port_sleep().
 */
#ifndef BARE_BOARD_H
#define BARE_BOARD_H

#include <stdbool.h>
#include <stdint.h>

/* ---- For a program that has the machine to itself -------------------------------------------- */

/* Starts everything: console, clock, microsockets, network. Call it first in main(). Does not wait
 * for an address. Returns true if there is a network device; without one the machine still reaches
 * itself, as 127.0.0.1 and ::1. */
bool board_init(void);

/* Runs the stack until DHCP has given an address. Blocks for at most timeout_ms milliseconds; with
 * no device it returns at once. Returns true if there is an IPv4 address. IPv6 takes up to three
 * seconds longer, until a router has been heard. */
bool board_wait_for_network(uint32_t timeout_ms);

/* ---- The parts ------------------------------------------------------------------------------- */

/* Takes over the table of interrupts, starts the tick of 1 kHz and lets interrupts in. */
void board_clock_init(void);

/* Has the function called for an interrupt, and enables it. Any time after board_clock_init(). */
void board_irq_set(enum board_irq irq, void (*handler)(void));

/* Has the function called for each tick, from the tick's interrupt; NULL: none. */
void board_tick_hook_set(void (*hook)(void));

/* Microseconds since some start; wraps around after 71 minutes. Any context. */
uint32_t board_now_us(void);

/* Opens the network device and makes it an interface of the stack, with DHCP and IPv6. After
 * msock_init(), once. Returns false if there is no device or no memory. */
bool board_net_start(void);

/* The interface; NULL before board_net_start(). For static addresses and counters (lwip_drv.h). */
struct msock_lwip_netif *board_net_interface(void);

/* Has the next frame raise an interrupt that ends the processor's sleep, where the board uses the
 * device's interrupt; elsewhere the next tick does. Call it with interrupts masked, right before the
 * instruction that sleeps. Returns true if a frame waits already: do not sleep. */
bool board_net_arm(void);

#endif
