/*
 * serial.h: the registers of the 16550 UART, for console_16550.c.
 */
#ifndef SERIAL_H
#define SERIAL_H

#include "regs.h"

static inline void serial_write(unsigned reg, unsigned value)
{
    out8((uint16_t)(UART_DATA + reg), (uint8_t)value);
}

#endif
