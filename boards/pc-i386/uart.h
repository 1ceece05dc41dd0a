/*
 * uart.h: the console of boards/pc-i386, the first serial port, polled.
 */
#ifndef UART_H
#define UART_H

#include <stddef.h>

/* Makes the sender ready. */
void uart_init(void);

/* Sends len bytes, waiting for room. */
void uart_write(const char *data, size_t len);

#endif
