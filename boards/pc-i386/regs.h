/*
 * regs.h: the instructions and registers of a PC that boards/pc-i386 uses.
 */
#ifndef REGS_H
#define REGS_H

#include <stdint.h>

#define REG32(address) (*(volatile uint32_t *)(address))

/* Interrupt controllers (8259): the second one hangs on input 2 of the first. */
#define PIC1_COMMAND 0x20
#define PIC1_DATA    0x21
#define PIC2_COMMAND 0xa0
#define PIC2_DATA    0xa1
#define PIC_END      0x20
#define PIC_CASCADE  2

/* Local APIC: its first input, where those controllers are connected. */
#define APIC_SPURIOUS   REG32(0xfee000f0u)
#define APIC_LINT0      REG32(0xfee00350u)
#define APIC_ENABLE     0x1ffu /* and vector 255 for spurious interrupts */
#define APIC_LINT0_8259 0x700u

/* Timer (8254), channel 0. */
#define PIT_CHANNEL_0  0x40
#define PIT_COMMAND    0x43
#define PIT_HZ         1193182u
#define PIT_COUNT_DOWN 0x30 /* mode 0, both bytes */
#define PIT_PERIODIC   0x34 /* mode 2, both bytes */
#define PIT_LATCH      0x00

/* Serial port (16550). */
#define UART_DATA         0x3f8
#define UART_LINE_CONTROL 0x3fb
#define UART_LINE_STATUS  0x3fd
#define UART_8N1          0x03
#define UART_SEND_EMPTY   0x20

/* PCI configuration space. */
#define PCI_ADDRESS 0xcf8
#define PCI_DATA    0xcfc

/* QEMU's isa-debug-exit: a write of n ends it with status 2n + 1. */
#define DEBUG_EXIT 0xf4

/* Places for virtio devices on QEMU's microvm. */
#define VIRTIO_BASE(place) (0xfeb00000u + 0x200u * (uint32_t)(place))
#define VIRTIO_PLACES      24

static inline void out8(uint16_t port, uint8_t value)
{
    __asm__ volatile("outb %0, %1" ::"a"(value), "Nd"(port));
}

static inline void out32(uint16_t port, uint32_t value)
{
    __asm__ volatile("outl %0, %1" ::"a"(value), "Nd"(port));
}

static inline uint8_t in8(uint16_t port)
{
    uint8_t value;

    __asm__ volatile("inb %1, %0" : "=a"(value) : "Nd"(port));
    return value;
}

static inline uint32_t in32(uint16_t port)
{
    uint32_t value;

    __asm__ volatile("inl %1, %0" : "=a"(value) : "Nd"(port));
    return value;
}

/* The lower half of the processor's clock counter. */
static inline uint32_t tsc_read(void)
{
    uint32_t low, high;

    __asm__ volatile("rdtsc" : "=a"(low), "=d"(high));
    return low;
}

static inline void irq_mask(void)
{
    __asm__ volatile("cli" ::: "memory");
}

static inline void irq_unmask(void)
{
    __asm__ volatile("sti" ::: "memory");
}

#endif
