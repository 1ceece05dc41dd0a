/*
 * cpu.h: interrupts and sleep of an x86 processor, for MicroPython's configuration.
 */
#ifndef CPU_H
#define CPU_H

#define CPU_EFLAGS_IF 0x200u

/* Masks interrupts. Returns what cpu_irq_restore() wants. */
static inline unsigned cpu_irq_disable(void)
{
    unsigned eflags;

    __asm__ volatile("pushfl\n\tpopl %0\n\tcli" : "=r"(eflags) : : "memory");
    return eflags;
}

static inline void cpu_irq_restore(unsigned eflags)
{
    if ((eflags & CPU_EFLAGS_IF) != 0) {
        __asm__ volatile("sti" : : : "memory");
    }
}

/* With interrupts masked: sleeps until there is one, which is served. No interrupt comes in between
 * the two instructions, so what happens between looking and sleeping is not lost. */
static inline void cpu_sleep(void)
{
    __asm__ volatile("sti\n\thlt\n\tcli" : : : "memory");
}

#endif
