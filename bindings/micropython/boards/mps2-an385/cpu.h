/*
 * cpu.h: interrupts and sleep of the Cortex-M3, for MicroPython's configuration.
 */
#ifndef CPU_H
#define CPU_H

/* Masks interrupts. Returns what cpu_irq_restore() wants. */
static inline unsigned cpu_irq_disable(void)
{
    unsigned primask;

    __asm__ volatile("mrs %0, primask\n\tcpsid i" : "=r"(primask) : : "memory");
    return primask;
}

static inline void cpu_irq_restore(unsigned primask)
{
    __asm__ volatile("msr primask, %0" : : "r"(primask) : "memory");
}

/* With interrupts masked: sleeps until there is one, which may be served later. WFI ends all the
 * same when one is pending, so what happens between looking and sleeping is not lost. */
static inline void cpu_sleep(void)
{
    __asm__ volatile("wfi" : : : "memory");
}

#endif
