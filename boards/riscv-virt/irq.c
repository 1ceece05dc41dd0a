/*
 * irq.c: the trap vector. Exceptions go on to the one whose vector the machine booted with, so they
 * stay those of the start-up code, also of another project's.
 */
#include <stddef.h>

#include "board.h"
#include "irq.h"
#include "regs.h"

/* In the vectored mode of mtvec, too, exceptions go to its address without the mode's two bits. */
#define MTVEC_MODE 3u

static uint32_t boot_vector;
static void (*timer_handler)(void);
static void (*handlers[BOARD_IRQ_COUNT])(void);

static void serve_devices(void)
{
    uint32_t irq = PLIC_CLAIM;

    while (irq != 0) {
        if (irq < BOARD_IRQ_COUNT && handlers[irq] != NULL) {
            handlers[irq]();
        }
        PLIC_CLAIM = irq;
        irq = PLIC_CLAIM;
    }
}

/* The hart wants the vector aligned to four bytes. */
__attribute__((interrupt("machine"), aligned(4))) static void trap(void)
{
    uint32_t cause = mcause_read();

    if (cause == MCAUSE_TIMER) {
        timer_handler();
    } else if (cause == MCAUSE_EXTERNAL) {
        serve_devices();
    } else {
        ((void (*)(void))(boot_vector & ~MTVEC_MODE))();
    }
}

void irq_init(void)
{
    irq_mask();
    boot_vector = mtvec_swap((uint32_t)trap);
    PLIC_ENABLE = 0;
    PLIC_THRESHOLD = 0;
    mie_add(MIE_EXTERNAL);
}

void irq_timer_set(void (*handler)(void))
{
    timer_handler = handler;
    mie_add(MIE_TIMER);
}

void board_irq_set(enum board_irq irq, void (*handler)(void))
{
    handlers[irq] = handler;
    PLIC_PRIORITY(irq) = 1;
    PLIC_ENABLE |= 1u << irq;
}
