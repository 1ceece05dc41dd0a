/*
 * serial.c: the PC's first serial port as MicroPython wants it (its uart.h). The board's uart.c sets
 * it up and sends.
 */
#include "uart.h"

#include "regs.h"

#define LINE_STATUS_RECEIVED 0x01u

void uart_write(const char *data, size_t len);

int uart_rx_chr(void)
{
    return in8(UART_LINE_STATUS) & LINE_STATUS_RECEIVED ? in8(UART_DATA) : UART_RX_NO_CHAR;
}

void uart_tx_strn(const char *buf, size_t len)
{
    uart_write(buf, len);
}
