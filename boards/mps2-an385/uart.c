/*
 * uart.c: UART 0 of the MPS2 board, polled, for output only.
 */
#include "uart.h"

#include "regs.h"

#define BAUD 115200u

void uart_init(void)
{
    UART0_BAUD = CLOCK_HZ / BAUD;
    UART0_CONTROL = UART_TX_ENABLE;
}

void uart_write(const char *data, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        while ((UART0_STATE & UART_TX_FULL) != 0) {
        }
        UART0_DATA = (unsigned char)data[i];
    }
}
