/*
 * uart.c: the 16550 UART of QEMU's machine "virt", polled, for output only.
 */
#include "uart.h"

#include "regs.h"

/* The emulator's sends as it is; a real one wants its baud rate here. */
void uart_init(void)
{
}

void uart_write(const char *data, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        while ((UART_LINE_STATUS & UART_SEND_EMPTY) == 0) {
        }
        UART_DATA = (unsigned char)data[i];
    }
}
