/*
 * irq.c: the vector table in RAM. It starts as a copy of whichever table the machine booted with,
 * so fault handlers stay those of the start-up code, also of another project's.
 */
#include <stddef.h>

#include "board.h"
#include "irq.h"
#include "regs.h"

#define VECTORS (VECTOR_FIRST_IRQ + BOARD_IRQ_COUNT)

/* The processor wants the table aligned to its size, rounded up to a power of two: 48 words, 256.
 */
static void (*vectors[VECTORS])(void) __attribute__((aligned(256)));

/* An interrupt that nobody has set was never enabled. */
static void unexpected(void)
{
    for (;;) {
    }
}

void irq_table_init(void)
{
    void (*const *boot)(void) = (void (*const *)(void))SCB_VECTOR_TABLE;

    for (size_t i = 0; i < VECTORS; i++) {
        vectors[i] = i < VECTOR_FIRST_IRQ ? boot[i] : unexpected;
    }
    SCB_VECTOR_TABLE = (uint32_t)vectors;
}

void irq_vector_set(unsigned vector, void (*handler)(void))
{
    vectors[vector] = handler;
}

void board_irq_set(enum board_irq irq, void (*handler)(void))
{
    irq_vector_set(VECTOR_FIRST_IRQ + (unsigned)irq, handler);
    NVIC_ENABLE = 1u << irq;
}
