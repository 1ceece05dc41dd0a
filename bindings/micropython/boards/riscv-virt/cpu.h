/*
 * cpu.h: interrupts and sleep of a RISC-V hart in machine mode, for MicroPython's configuration.
 */
#ifndef CPU_H
#define CPU_H

#define CPU_MSTATUS_MIE 8u

/* Masks interrupts. Returns what cpu_irq_restore() wants. */
static inline unsigned cpu_irq_disable(void)
{
    unsigned mstatus;

    __asm__ volatile("csrrc %0, mstatus, %1" : "=r"(mstatus) : "r"(CPU_MSTATUS_MIE) : "memory");
    return mstatus;
}

static inline void cpu_irq_restore(unsigned mstatus)
{
    __asm__ volatile("csrs mstatus, %0" : : "r"(mstatus & CPU_MSTATUS_MIE) : "memory");
}

/* With interrupts masked: sleeps until there is one, which may be served later. WFI ends all the
 * same when one is pending, so what happens between looking and sleeping is not lost. */
static inline void cpu_sleep(void)
{
    __asm__ volatile("wfi" : : : "memory");
}

#endif
