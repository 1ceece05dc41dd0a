/*
 * port_mp.h: between MicroPython's hooks, its port under microsockets (port_mp.c) and the board. It
 * is included by MicroPython's configuration, and therefore by everything: nothing of MicroPython
 * may be named here.
 */
#ifndef PORT_MP_H
#define PORT_MP_H

#include <stdint.h>

/* For MICROPY_INTERNAL_EVENT_HOOK: runs the IP stack once. */
void modsocket_event_hook(void);

/* For MICROPY_INTERNAL_WFE: sleeps until something may have happened or timeout_ms milliseconds
 * have passed; not at all if the event hook has just handled packets. */
void modsocket_wait(uint32_t timeout_ms);

/* The board supplies: sleeps until an interrupt has come since the last sleep, or for timeout_ms
 * milliseconds; may return early. */
void modsocket_idle(uint32_t timeout_ms);

#endif
