/*
 * syscalls.c: what newlib asks of the machine: output goes to the UART, the end of the program to
 * the emulator (semihosting) with its status, memory comes from between the data and the stack.
 * There are no files and no other processes.
 */
#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <sys/stat.h>
#include <sys/types.h>

#include "uart.h"

/* From link.ld. */
extern char link_heap_start[], link_heap_end[];

/* newlib calls these by name and declares them nowhere. */
int _close(int fd);
void _exit(int status);
int _fstat(int fd, struct stat *st);
int _getpid(void);
int _isatty(int fd);
int _kill(int pid, int signal);
off_t _lseek(int fd, off_t offset, int whence);
int _read(int fd, char *buf, int len);
void *_sbrk(ptrdiff_t increment);
int _write(int fd, const char *buf, int len);

int _write(int fd, const char *buf, int len)
{
    (void)fd;
    uart_write(buf, (size_t)len);
    return len;
}

int _read(int fd, char *buf, int len)
{
    (void)fd;
    (void)buf;
    (void)len;
    return 0;
}

/* Semihosting: operation "exit, extended", reason "application exit". With nobody there to serve it
 * the breakpoint is a fault, and the machine stops as well. */
void _exit(int status)
{
    const uint32_t block[2] = {0x20026u, (uint32_t)status};
    register uint32_t operation __asm__("r0") = 0x20u;
    register const uint32_t *argument __asm__("r1") = block;

    __asm__ volatile("bkpt 0xab" ::"r"(operation), "r"(argument) : "memory");
    for (;;) {
    }
}

void *_sbrk(ptrdiff_t increment)
{
    static char *brk = link_heap_start;
    char *old = brk;

    if (increment > link_heap_end - brk) {
        errno = ENOMEM;
        return (void *)-1;
    }
    brk += increment;
    return old;
}

int _close(int fd)
{
    (void)fd;
    return -1;
}

int _fstat(int fd, struct stat *st)
{
    (void)fd;
    st->st_mode = S_IFCHR;
    return 0;
}

int _isatty(int fd)
{
    (void)fd;
    return 1;
}

off_t _lseek(int fd, off_t offset, int whence)
{
    (void)fd;
    (void)offset;
    (void)whence;
    return 0;
}

int _getpid(void)
{
    return 1;
}

int _kill(int pid, int signal)
{
    (void)pid;
    _exit(128 + signal);
    return -1;
}
