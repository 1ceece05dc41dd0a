/*
 * uart.h: the console of boards/mps2-an385, UART 0, polled.
 */
#ifndef UART_H
#define UART_H

#include <stddef.h>

/* Turns the sender on, 115200 baud. */
void uart_init(void);

/* Sends len bytes, waiting for room. */
void uart_write(const char *data, size_t len);

#endif
