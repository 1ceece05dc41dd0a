/*
 * libc_rest.c: what lwIP wants of a C library and MicroPython's own small one (shared/libc) lacks.
 */
#include <stdlib.h>

/* For the number in the name of an interface: digits only. */
int atoi(const char *text)
{
    int number = 0;
    while (*text >= '0' && *text <= '9') {
        number = number * 10 + (*text++ - '0');
    }
    return number;
}
