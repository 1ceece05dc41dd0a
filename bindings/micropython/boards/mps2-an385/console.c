/*
 * console.c: characters typed at UART 0 of the MPS2 board raise an interrupt. MicroPython's port
 * has set the UART up, and reads and writes it (uart.h).
 */
#include <stdint.h>

#include "board.h"
#include "console.h"

#define UART0_CONTROL   (*(volatile uint32_t *)0x40004008u)
#define UART0_INTERRUPT (*(volatile uint32_t *)0x4000400cu)

#define UART_CONTROL_RX_INTERRUPT (1u << 3)
#define UART_INTERRUPT_RX         (1u << 1)

static void (*typed_cb)(void);

static void uart_handler(void)
{
    /* Cleared before the data are taken: what comes in between raises it again. */
    UART0_INTERRUPT = UART_INTERRUPT_RX;
    typed_cb();
}

void console_init(void (*typed)(void))
{
    typed_cb = typed;
    board_irq_set(BOARD_IRQ_UART0_RX, uart_handler);
    console_irq_enable(true);
}

void console_irq_enable(bool enable)
{
    if (enable) {
        UART0_CONTROL |= UART_CONTROL_RX_INTERRUPT;
    } else {
        UART0_CONTROL &= ~UART_CONTROL_RX_INTERRUPT;
    }
}
