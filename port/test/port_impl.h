/*
 * port/test: an operating system for unit tests. Time is a variable, the lock checks itself, and a
 * sleep takes no time. See port_test.h for what a test can ask of it.
 */
#ifndef PORT_IMPL_H
#define PORT_IMPL_H

#include <stdint.h>

void port_lock(void);
void port_unlock(void);
void port_wake(void);
int port_sleep(uint32_t timeout_ms);
uint32_t port_now_ms(void);
uint32_t port_random(void);

#endif
