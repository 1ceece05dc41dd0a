/*
 * lwipopts.h of boards/linux: more of everything than on a microcontroller; the windows stay those
 * of the small boards, so that what works here works there. Tests shrink the pools with -D.
 */
#ifndef LWIPOPTS_H
#define LWIPOPTS_H

#ifndef MEM_SIZE
#define MEM_SIZE (256 * 1024)
#endif

#ifndef PBUF_POOL_SIZE
#define PBUF_POOL_SIZE 64
#endif

#ifndef MEMP_NUM_TCP_SEG
#define MEMP_NUM_TCP_SEG 256
#endif

#include "lwipopts_common.h"

#endif
