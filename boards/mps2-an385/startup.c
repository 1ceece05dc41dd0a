/*
 * startup.c: from reset to main() on boards/mps2-an385, and what happens to a program that faults.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "uart.h"

/* From link.ld. */
extern uint32_t link_data_start[], link_data_end[], link_data_image[];
extern uint32_t link_bss_start[], link_bss_end[], link_stack_top[];

int main(void);

#define EXIT_FAULT 70

static void reset(void)
{
    memcpy(link_data_start, link_data_image,
           (size_t)((uintptr_t)link_data_end - (uintptr_t)link_data_start));
    memset(link_bss_start, 0, (size_t)((uintptr_t)link_bss_end - (uintptr_t)link_bss_start));
    exit(main());
}

/* Called with the stack pointer at the fault: the processor has put there the registers r0 to r3,
 * r12, lr, pc and psr. */
__attribute__((used)) static void report_fault(const uint32_t *frame, uint32_t exception)
{
    char text[64];
    int len = snprintf(text, sizeof(text), "exception %u at pc %08x, lr %08x\n",
                       (unsigned)exception, (unsigned)frame[6], (unsigned)frame[5]);

    uart_init();
    uart_write(text, (size_t)len);
    _Exit(EXIT_FAULT);
}

__attribute__((naked)) static void fault(void)
{
    __asm__ volatile("mov r0, sp\n\t"
                     "mrs r1, ipsr\n\t"
                     "b report_fault");
}

union vector {
    uint32_t *stack;
    void (*handler)(void);
};

/* The processor's own 16; those of the devices are in RAM (irq.c) when they are needed. */
extern const union vector vectors[16];

__attribute__((section(".vectors"), used)) const union vector vectors[16] = {
    [0] = {.stack = link_stack_top}, [1] = {.handler = reset},  [2] = {.handler = fault},
    [3] = {.handler = fault},        [4] = {.handler = fault},  [5] = {.handler = fault},
    [6] = {.handler = fault},        [11] = {.handler = fault}, [12] = {.handler = fault},
    [14] = {.handler = fault},       [15] = {.handler = fault}};
