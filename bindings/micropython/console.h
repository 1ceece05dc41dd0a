/*
 * console.h: what a board tells about its serial line, for board_mp.c. Reading and writing it is in
 * MicroPython's uart.h.
 */
#ifndef CONSOLE_H
#define CONSOLE_H

#include <stdbool.h>

/* Has typed called, in an interrupt, whenever characters have come, and enables that interrupt.
 * After board_clock_init(), once. */
void console_init(void (*typed)(void));

/* Enables or disables the interrupt. What came while it was disabled may raise none. */
void console_irq_enable(bool enable);

#endif
