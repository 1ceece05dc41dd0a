/*
 * sleep.c: how a program that has boards/pc-i386 to itself sleeps: until the next interrupt, which
 * is the tick's, after a millisecond at most.
 */
#include "board.h"
#include "port.h"
#include "regs.h"

/* STI lets interrupts in after the instruction that follows it, so what happens between looking and
 * sleeping is not lost: it ends HLT at once. */
int port_sleep(uint32_t timeout_ms)
{
    irq_mask();
    if (timeout_ms > 0 && !board_net_arm()) {
        __asm__ volatile("sti\n\thlt" ::: "memory");
    }
    irq_unmask();
    return 0;
}
