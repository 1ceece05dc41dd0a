/*
 * regs.h: the registers of QEMU's RISC-V machine "virt" and of a hart in machine mode that
 * boards/riscv-virt uses.
 */
#ifndef REGS_H
#define REGS_H

#include <stdint.h>

#define REG8(address)  (*(volatile uint8_t *)(address))
#define REG32(address) (*(volatile uint32_t *)(address))

/* A write ends the emulator: EXIT_PASS with status 0, EXIT_FAIL with that in the upper half. */
#define TEST_FINISHER REG32(0x00100000u)
#define EXIT_PASS     0x5555u
#define EXIT_FAIL     0x3333u

/* CLINT: a counter that starts with the machine, and when it interrupts hart 0. */
#define CLINT_MTIMECMP_LOW  REG32(0x02004000u)
#define CLINT_MTIMECMP_HIGH REG32(0x02004004u)
#define CLINT_MTIME_LOW     REG32(0x0200bff8u)
#define CLINT_MTIME_HIGH    REG32(0x0200bffcu)
#define CLINT_HZ            10000000u

/* PLIC: hart 0 in machine mode is context 0. */
#define PLIC_PRIORITY(irq) REG32(0x0c000000u + 4u * (uint32_t)(irq))
#define PLIC_ENABLE        REG32(0x0c002000u)
#define PLIC_THRESHOLD     REG32(0x0c200000u)
#define PLIC_CLAIM         REG32(0x0c200004u) /* read: takes an interrupt; written: it is served */

/* A 16550 UART; QEMU's sends without a set-up. */
#define UART_DATA        REG8(0x10000000u)
#define UART_LINE_STATUS REG8(0x10000005u)
#define UART_SEND_EMPTY  0x20u

/* Places for virtio devices. */
#define VIRTIO_BASE(place) (0x10001000u + 0x1000u * (uint32_t)(place))
#define VIRTIO_PLACES      8

/* Bits of the hart's registers: an interrupt in mcause, those that mie enables, and mstatus.MIE. */
#define MCAUSE_INTERRUPT 0x80000000u
#define MCAUSE_TIMER     (MCAUSE_INTERRUPT | 7u)
#define MCAUSE_EXTERNAL  (MCAUSE_INTERRUPT | 11u)
#define MIE_TIMER        (1u << 7)
#define MIE_EXTERNAL     (1u << 11)
#define MSTATUS_MIE      (1u << 3)

/* The assembler is told here that the hart has these registers: compilers do not agree on the name
 * of an architecture that does, nor on the C library that belongs to it. */
#define CSR(instruction) ".option push\n\t.option arch, +zicsr\n\t" instruction "\n\t.option pop"

static inline uint32_t mcause_read(void)
{
    uint32_t value;

    __asm__ volatile(CSR("csrr %0, mcause") : "=r"(value));
    return value;
}

static inline uint32_t mepc_read(void)
{
    uint32_t value;

    __asm__ volatile(CSR("csrr %0, mepc") : "=r"(value));
    return value;
}

/* Returns the vector that was there. */
static inline uint32_t mtvec_swap(uint32_t vector)
{
    uint32_t old;

    __asm__ volatile(CSR("csrrw %0, mtvec, %1") : "=r"(old) : "r"(vector) : "memory");
    return old;
}

static inline void mie_add(uint32_t bits)
{
    __asm__ volatile(CSR("csrs mie, %0")::"r"(bits) : "memory");
}

static inline void irq_mask(void)
{
    __asm__ volatile(CSR("csrc mstatus, %0")::"r"(MSTATUS_MIE) : "memory");
}

static inline void irq_unmask(void)
{
    __asm__ volatile(CSR("csrs mstatus, %0")::"r"(MSTATUS_MIE) : "memory");
}

#endif
