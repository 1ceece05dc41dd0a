/*
 * port_test.h: what a unit test can ask of the test port: the time, the host's events during a
 * sleep, counters, and a trace of what was done in which order.
 *
 * The lock checks itself: locked twice, unlocked while it is free, or a sleep without it is a
 * failure of the test. So is a sleep that nothing would ever end.
 */
#ifndef PORT_TEST_H
#define PORT_TEST_H

#include <stdbool.h>
#include <stdint.h>

struct port_test {
    uint32_t now_ms;          /* the clock; a test may set it */
    unsigned sleeps;          /* calls of port_sleep() */
    unsigned wakes;           /* calls of port_wake() */
    uint32_t last_timeout_ms; /* of the last sleep */
};
extern struct port_test port_test;

/* The lock free, no events, no trace, counters at 0, and a clock that is about to wrap around. */
void port_test_reset(void);

/* Has the host do something during a sleep, after_ms from now: the lock is free then, and calls of
 * the library can be made. arg belongs to the caller. */
void port_test_at(uint32_t after_ms, void (*event)(void *arg), void *arg);

/* Has the sleep that is under way after_ms from now return -MSOCK_EINTR. */
void port_test_interrupt_at(uint32_t after_ms);

bool port_test_locked(void);

/* Adds a word to the trace, which is then "recv run recv sleep ". */
void port_test_note(const char *word);
const char *port_test_trace(void);
void port_test_clear_trace(void);

/* What to do about a broken rule: gets a text, and must not return. NULL: print it and abort. */
extern void (*port_test_on_failure)(const char *rule);

/* A rule is broken. */
_Noreturn void port_test_fail(const char *rule);

/* Fails unless the rule is kept. */
static inline void port_test_require(bool kept, const char *rule)
{
    if (!kept) {
        port_test_fail(rule);
    }
}

#endif
