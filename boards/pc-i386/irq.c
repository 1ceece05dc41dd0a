/*
 * irq.c: the interrupt table, and the PC's interrupt controllers, of which the two old ones are
 * enough. With an APIC in the processor they are connected to its first input.
 */
#include <stddef.h>

#include "board.h"
#include "irq.h"
#include "regs.h"

#define FIRST_IRQ   32u /* vectors below are exceptions */
#define VECTORS     (FIRST_IRQ + BOARD_IRQ_COUNT)
#define ENTRY_BYTES 16u

#define GATE_SEGMENT   0x08u   /* boot.S: code */
#define GATE_INTERRUPT 0x8e00u /* present, interrupts masked */

/* Intel's Software Developer's Manual, volume 3, 6.11. */
struct gate {
    uint16_t offset_low;
    uint16_t segment;
    uint16_t type;
    uint16_t offset_high;
};

/* What irq_entry.S has put on the stack, and under it the processor. */
struct frame {
    uint32_t registers[8];
    uint32_t vector;
    uint32_t error;
    uint32_t pc;
};

extern const uint8_t irq_entries[]; /* irq_entry.S */
void irq_dispatch(const struct frame *frame);

static struct gate gates[VECTORS];
static void (*handlers[BOARD_IRQ_COUNT])(void);
static void (*exception_handler)(uint32_t exception, uint32_t pc);

static void exception(const struct frame *frame)
{
    if (exception_handler != NULL) {
        exception_handler(frame->vector, frame->pc);
    }
    for (;;) {
    }
}

/* Called with interrupts masked. */
__attribute__((used)) void irq_dispatch(const struct frame *frame)
{
    uint32_t irq = frame->vector - FIRST_IRQ;

    if (frame->vector < FIRST_IRQ) {
        exception(frame);
    }
    if (handlers[irq] != NULL) {
        handlers[irq]();
    }
    if (irq >= 8) {
        out8(PIC2_COMMAND, PIC_END);
    }
    out8(PIC1_COMMAND, PIC_END);
}

static void table_init(void)
{
    struct {
        uint16_t limit;
        uint32_t base;
    } __attribute__((packed)) pointer = {sizeof(gates) - 1, (uint32_t)gates};

    for (uint32_t i = 0; i < VECTORS; i++) {
        uint32_t entry = (uint32_t)irq_entries + ENTRY_BYTES * i;

        gates[i].offset_low = (uint16_t)entry;
        gates[i].segment = GATE_SEGMENT;
        gates[i].type = GATE_INTERRUPT;
        gates[i].offset_high = (uint16_t)(entry >> 16);
    }
    __asm__ volatile("lidt %0" ::"m"(pointer));
}

/* The four command words of the 8259: begin, first vector, cascade, 8086 mode; then all masked. */
static void controllers_init(void)
{
    out8(PIC1_COMMAND, 0x11);
    out8(PIC2_COMMAND, 0x11);
    out8(PIC1_DATA, FIRST_IRQ);
    out8(PIC2_DATA, FIRST_IRQ + 8);
    out8(PIC1_DATA, 1u << PIC_CASCADE);
    out8(PIC2_DATA, PIC_CASCADE);
    out8(PIC1_DATA, 1);
    out8(PIC2_DATA, 1);
    out8(PIC1_DATA, (uint8_t) ~(1u << PIC_CASCADE));
    out8(PIC2_DATA, 0xff);
}

void irq_init(void)
{
    irq_mask();
    table_init();
    controllers_init();
    /* On a machine without a BIOS nobody has connected them yet. */
    APIC_SPURIOUS = APIC_ENABLE;
    APIC_LINT0 = APIC_LINT0_8259;
}

void irq_exception_set(void (*handler)(uint32_t exception, uint32_t pc))
{
    exception_handler = handler;
}

void board_irq_set(enum board_irq irq, void (*handler)(void))
{
    uint16_t data = irq < 8 ? PIC1_DATA : PIC2_DATA;

    handlers[irq] = handler;
    out8(data, (uint8_t)(in8(data) & ~(1u << (irq % 8))));
}
