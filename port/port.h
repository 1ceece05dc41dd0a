/*
 * port.h: the seam to the operating system, or to none. The build puts one port's folder on the
 * include path; its port_impl.h declares these, `static inline` where they are nothing.
 *
 *   void port_lock(void);      enters the core: one caller at a time is inside src/ and stack/.
 *   void port_unlock(void);    leaves it. Not nested. port_sleep() is called with the lock held.
 *
 *   void port_wake(void);      something has happened that a sleeper may wait for. Called with the
 *                              lock held, from the stack's callbacks.
 *
 *   int port_sleep(uint32_t timeout_ms);
 *                              sleeps until something may have happened (a device, a tick, a wake)
 *                              or timeout_ms milliseconds (PORT_FOREVER: no limit; 0: do not sleep)
 *                              have passed; may return early for no reason. The host's own events
 *                              are served here, with 0 too. Returns 0, or -MSOCK_EINTR to have the
 *                              call that waits fail so. Must not long-jump: the caller has state to
 *                              restore.
 *
 *   uint32_t port_now_ms(void);  milliseconds since any start; wraps around. Any context.
 *
 *   uint32_t port_random(void);  32 bits that a stranger cannot guess where the machine has such,
 *                              for port numbers, sequence numbers and DNS identifiers.
 */
#ifndef PORT_H
#define PORT_H

#include <stdint.h>

#define PORT_FOREVER UINT32_MAX

#include "port_impl.h"

#endif
