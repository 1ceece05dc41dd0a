/*
 * cc.h: what lwIP asks of its surroundings: random numbers, and where its assertions go. Its clock
 * is in lwip_sys.c; the types, the packing of structures and the byte order are lwIP's defaults for
 * GCC and Clang.
 */
#ifndef LWIP_ARCH_CC_H
#define LWIP_ARCH_CC_H

#include <assert.h>

#include "port.h"

/* Initial sequence numbers, port numbers, DNS identifiers: as hard to guess as the port's. */
#define LWIP_RAND() port_random()

/* With NDEBUG lwIP's checks, and the 11 KB of their texts, are gone. */
#define LWIP_PLATFORM_ASSERT(text) assert(!(text))

/* lwIP prints only when it is built with LWIP_DEBUG; its default then is printf(). */
#ifndef LWIP_DEBUG
#define LWIP_PLATFORM_DIAG(text) ((void)0)
#endif

#endif
