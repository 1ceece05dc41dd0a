/*
 * irq.h: interrupts and exceptions, for the files of this board.
 */
#ifndef IRQ_H
#define IRQ_H

#include <stdint.h>

/* Makes the interrupt table and sets up the interrupt controllers, with all interrupts disabled. */
void irq_init(void);

/* Has the function called for an exception of the processor, at the instruction at pc. It must not
 * return. Without one the machine stands still. */
void irq_exception_set(void (*handler)(uint32_t exception, uint32_t pc));

#endif
