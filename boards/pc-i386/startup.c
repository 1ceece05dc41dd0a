/*
 * startup.c: from boot.S to main() on boards/pc-i386, and what happens to a program that faults.
 * The emulator loads the image where it runs, so nothing is copied.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "irq.h"
#include "uart.h"

/* From link.ld. */
extern char link_bss_start[], link_bss_end[];

int main(void);
void startup(void);

#define EXIT_FAULT 60

static void fault(uint32_t exception, uint32_t pc)
{
    char text[64];
    int len = snprintf(text, sizeof(text), "exception %u at pc %08x\n", (unsigned)exception,
                       (unsigned)pc);

    uart_init();
    uart_write(text, (size_t)len);
    _Exit(EXIT_FAULT);
}

/* From boot.S, with a stack. A fault before the program has made its interrupt table, by
 * board_clock_init(), resets the machine. */
__attribute__((used, noreturn)) void startup(void)
{
    memset(link_bss_start, 0, (size_t)(link_bss_end - link_bss_start));
    irq_exception_set(fault);
    exit(main());
}
