/*
 * board.h of boards/pc-i386: a PC with a 32-bit x86 processor, as QEMU has it: its machine "microvm"
 * with a virtio device in memory, or its machine "pc" with one on the PCI bus. One image is for both.
 *
 * In two halves. A program that has the machine to itself links all files and calls board_init().
 * A firmware with a start-up, a console and a linker script of its own takes irq.c, irq_entry.S,
 * tick.c, random.c, pci.c and net.c, calls board_clock_init() and board_net_start(), and brings its
 * own port_sleep() instead of sleep.c.
 */
#ifndef BOARD_H
#define BOARD_H

#include <stdbool.h>
#include <stdint.h>

/* Numbers of interrupts, those of the PC's two interrupt controllers. */
enum board_irq { BOARD_IRQ_TIMER = 0, BOARD_IRQ_UART = 4, BOARD_IRQ_COUNT = 16 };

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

/* Makes an interrupt table, starts the tick of 1 kHz and lets interrupts in. Measures the
 * processor's clock, for 10 milliseconds. */
void board_clock_init(void);

/* Has the function called for an interrupt, and enables it. Any time after board_clock_init(). */
void board_irq_set(enum board_irq irq, void (*handler)(void));

/* Has the function called for each millisecond, from the tick's interrupt; NULL: none. */
void board_tick_hook_set(void (*hook)(void));

/* Microseconds since the clock was started; wraps around after 71 minutes. Any context. */
uint32_t board_now_us(void);

/* Opens the first network device and makes it an interface of the stack, with DHCP and IPv6. After
 * msock_init(), once. Returns false if there is no device or no memory. */
bool board_net_start(void);

/* The interface; NULL before board_net_start(). For static addresses and counters (lwip_drv.h). */
struct msock_lwip_netif *board_net_interface(void);

/* Returns true if a frame waits: do not sleep. A frame that comes later is found after the next
 * tick: the device's interrupt is not used. Without a device: false. */
bool board_net_arm(void);

#endif
