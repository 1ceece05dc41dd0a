/*
 * picolibc.h: the configuration of picolibc for a board whose compiler comes without a C library:
 * one thread, so errno is a variable; formats of integers and strings only; small before fast.
 */
#ifndef PICOLIBC_H
#define PICOLIBC_H

#define __ASSERT_VERBOSE
#define __GLOBAL_ERRNO
#define __IO_C99_FORMATS
#define __IO_DEFAULT 'l'
#define __IO_LONG_LONG
#define __PICO_EXIT
#define __PREFER_SIZE_OVER_SPEED
#define __SINGLE_THREAD
#define __TINY_STDIO
#define __ELIX_LEVEL            4
#define __PICOLIBC_VERSION__    "1.8.10"
#define __PICOLIBC__            1
#define __PICOLIBC_MINOR__      8
#define __PICOLIBC_PATCHLEVEL__ 10

#endif
