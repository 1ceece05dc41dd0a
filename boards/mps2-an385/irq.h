/*
 * irq.h: the vector table in RAM, for the files of this board.
 */
#ifndef IRQ_H
#define IRQ_H

/* Copies the boot table to RAM and has the processor use the copy. */
void irq_table_init(void);

/* Sets the handler of an exception (VECTOR_ of regs.h). */
void irq_vector_set(unsigned vector, void (*handler)(void));

#endif
