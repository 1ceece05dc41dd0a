/*
 * irq.h: interrupts, for the files of this board.
 */
#ifndef IRQ_H
#define IRQ_H

/* Takes the trap vector over. Interrupts stay masked. */
void irq_init(void);

/* Sets the handler of the timer's interrupt, and enables that. */
void irq_timer_set(void (*handler)(void));

#endif
