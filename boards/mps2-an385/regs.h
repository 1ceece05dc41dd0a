/*
 * regs.h: the registers of the Cortex-M3 and of the MPS2 board that boards/mps2-an385 uses.
 */
#ifndef REGS_H
#define REGS_H

#include <stdint.h>

#define REG32(address) (*(volatile uint32_t *)(address))

#define CLOCK_HZ 25000000u

/* Cortex-M3: the tick timer, interrupt enable bits, and where the vector table is. */
#define SYSTICK_CONTROL  REG32(0xE000E010u)
#define SYSTICK_RELOAD   REG32(0xE000E014u)
#define SYSTICK_CURRENT  REG32(0xE000E018u)
#define NVIC_ENABLE      REG32(0xE000E100u)
#define SCB_ICSR         REG32(0xE000ED04u)
#define SCB_VECTOR_TABLE REG32(0xE000ED08u)

/* SYSTICK_CONTROL: processor clock, interrupt, run. SCB_ICSR: a tick waits to be served. */
#define SYSTICK_RUN       0x7u
#define ICSR_TICK_PENDING (1u << 26)

/* UART 0 (CMSDK APB UART). */
#define UART0_DATA     REG32(0x40004000u)
#define UART0_STATE    REG32(0x40004004u)
#define UART0_CONTROL  REG32(0x40004008u)
#define UART0_BAUD     REG32(0x40004010u)
#define UART_TX_FULL   0x1u
#define UART_TX_ENABLE 0x1u

/* FPGA I/O block: a counter that starts with the machine. */
#define FPGAIO_COUNTER  REG32(0x40028018u)
#define FPGAIO_PRESCALE REG32(0x4002801Cu)

#define ETHERNET_BASE 0x40200000u

/* Exceptions, by their place in the vector table. */
#define VECTOR_TICK      15
#define VECTOR_FIRST_IRQ 16

static inline void irq_mask(void)
{
    __asm__ volatile("cpsid i" ::: "memory");
}

static inline void irq_unmask(void)
{
    __asm__ volatile("cpsie i" ::: "memory");
}

#endif
