/*
 * uart.c: the PC's first serial port, polled, for output only, at the rate that it has already.
 */
#include "uart.h"

#include "regs.h"

void uart_init(void)
{
    out8(UART_LINE_CONTROL, UART_8N1);
}

void uart_write(const char *data, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        while ((in8(UART_LINE_STATUS) & UART_SEND_EMPTY) == 0) {
        }
        out8(UART_DATA, (uint8_t)data[i]);
    }
}
