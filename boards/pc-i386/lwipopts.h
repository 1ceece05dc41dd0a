/*
 * lwipopts.h of boards/pc-i386: 8 MB of RAM, so room for several connections at full speed. The
 * window is the common one.
 */
#ifndef LWIPOPTS_H
#define LWIPOPTS_H

#ifndef MEM_SIZE
#define MEM_SIZE (64 * 1024)
#endif

#ifndef PBUF_POOL_SIZE
#define PBUF_POOL_SIZE 32
#endif

#include "lwipopts_common.h"

#endif
