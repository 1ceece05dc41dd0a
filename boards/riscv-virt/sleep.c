/*
 * sleep.c: how a program that has boards/riscv-virt to itself sleeps: until the next interrupt,
 * which is the network's or, after a millisecond at most, the tick's.
 */
#include "board.h"
#include "port.h"
#include "regs.h"

/* With interrupts masked WFI still ends when one is pending, so what happens between looking and
 * sleeping is not lost: it is served after the unmasking. */
int port_sleep(uint32_t timeout_ms)
{
    irq_mask();
    if (timeout_ms > 0 && !board_net_arm()) {
        __asm__ volatile("wfi" ::: "memory");
    }
    irq_unmask();
    return 0;
}
