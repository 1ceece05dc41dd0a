/*
 * exit.c: the end of the program, which on other boards is in MicroPython's start-up code.
 */
#include <stdlib.h>

#include "regs.h"

/* Ends the emulator; where that is not possible, the machine stands still. */
void _Exit(int status)
{
    out8(DEBUG_EXIT, (uint8_t)status);
    irq_mask();
    for (;;) {
        __asm__ volatile("hlt");
    }
}

void exit(int status)
{
    _Exit(status);
}
