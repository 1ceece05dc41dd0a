/*
 * console_16550.c: characters typed at a 16550 UART raise an interrupt. Where its registers are is
 * in the board's serial.h; uart.h reads and writes the characters.
 */
#include "board.h"
#include "console.h"
#include "serial.h"

/* Registers, and what is written to them. */
enum { INTERRUPT_ENABLE = 1, FIFO_CONTROL = 2, MODEM_CONTROL = 4 };
#define INTERRUPT_RECEIVED 0x01u
#define FIFO_ENABLE        0x01u
#define MODEM_READY        0x0bu /* DTR, RTS, and OUT2, which lets a PC's interrupt out */

void console_init(void (*typed)(void))
{
    serial_write(FIFO_CONTROL, FIFO_ENABLE);
    serial_write(MODEM_CONTROL, MODEM_READY);
    board_irq_set(BOARD_IRQ_UART, typed);
    console_irq_enable(true);
}

void console_irq_enable(bool enable)
{
    serial_write(INTERRUPT_ENABLE, enable ? INTERRUPT_RECEIVED : 0);
}
