/*
 * syscalls.c: what picolibc asks of the machine: output goes to the serial port, the end of the
 * program to the emulator with its status. There are no files, no input and no heap.
 */
#include <signal.h>
#include <stdio.h>
#include <unistd.h>

#include "regs.h"
#include "uart.h"

/* What is written to the emulator's port ends it with twice that and one, in eight bits. A status
 * of 1 is the emulator's own, for what it cannot start, so 0 is not to be written: `run`, beside
 * this file, makes an exit status of it again. */
#define EXIT_GOOD   0x40u
#define EXIT_MAX    0x3fu
#define EXIT_SIGNAL 32

static int console_put(char c, FILE *file)
{
    (void)file;
    uart_write(&c, 1);
    return 0;
}

static FILE console = FDEV_SETUP_STREAM(console_put, NULL, NULL, _FDEV_SETUP_WRITE);

FILE *const stdin = &console;
FILE *const stdout = &console;
FILE *const stderr = &console;

_Noreturn void _exit(int status)
{
    uint32_t code = status == 0                   ? EXIT_GOOD
                    : (unsigned)status < EXIT_MAX ? (unsigned)status
                                                  : EXIT_MAX;

    out32(DEBUG_EXIT, code);
    for (;;) {
    }
}

/* abort() raises a signal, which ends the program. */
int raise(int signal)
{
    _exit(EXIT_SIGNAL + signal);
}
