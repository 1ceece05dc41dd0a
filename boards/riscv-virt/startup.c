/*
 * startup.c: from reset to main() on boards/riscv-virt, and what happens to a program that faults.
 * The emulator loads the image where it runs, so nothing is copied.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "regs.h"
#include "uart.h"

/* From link.ld. */
extern char link_bss_start[], link_bss_end[];

int main(void);
void startup_entry(void);

#define EXIT_FAULT 70

__attribute__((noreturn, aligned(4))) static void fault(void)
{
    char text[64];
    int len = snprintf(text, sizeof(text), "exception %u at pc %08x\n", (unsigned)mcause_read(),
                       (unsigned)mepc_read());

    uart_init();
    uart_write(text, (size_t)len);
    _Exit(EXIT_FAULT);
}

__attribute__((used, noreturn)) static void reset(void)
{
    mtvec_swap((uint32_t)fault);
    memset(link_bss_start, 0, (size_t)(link_bss_end - link_bss_start));
    exit(main());
}

/* The image begins with this. Addresses are not relative to gp before gp is there. tp is where the
 * C library has its errno. */
__attribute__((naked, used, section(".entry"))) void startup_entry(void)
{
    __asm__ volatile(".option push\n\t"
                     ".option norelax\n\t"
                     "la gp, __global_pointer$\n\t"
                     ".option pop\n\t"
                     "la sp, link_stack_top\n\t"
                     "la tp, link_tls_start\n\t"
                     "j reset");
}
