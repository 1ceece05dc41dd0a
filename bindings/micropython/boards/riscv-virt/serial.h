/*
 * serial.h: the registers of the 16550 UART, for console_16550.c.
 */
#ifndef SERIAL_H
#define SERIAL_H

#include <stdint.h>

static inline void serial_write(unsigned reg, unsigned value)
{
    ((volatile uint8_t *)0x10000000u)[reg] = (uint8_t)value;
}

#endif
