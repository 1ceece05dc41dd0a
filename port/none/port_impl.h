/*
 * port/none: no operating system, one thread of control. It is always inside the core alone and
 * always the one that drives the stack, so there is nothing to lock and nobody to wake. The board
 * supplies the clock, the idle instruction and the random numbers.
 */
#ifndef PORT_IMPL_H
#define PORT_IMPL_H

#include <stdint.h>

static inline void port_lock(void)
{
}

static inline void port_unlock(void)
{
}

static inline void port_wake(void)
{
}

int port_sleep(uint32_t timeout_ms);
uint32_t port_now_ms(void);
uint32_t port_random(void);

#endif
