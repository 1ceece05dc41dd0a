/*
 * port_test.c: the test port. One thread, a clock that only sleeping advances, and a list of what
 * the host will do at which time.
 */
#include "port.h"
#include "port_test.h"

#include "microsockets/msock_errno.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MAX_EVENTS 16
/* A wait that goes round so often is a loop that never ends. */
#define MAX_SLEEPS 100000
/* Most tests so run across the clock's wrap-around. */
#define START_MS (UINT32_MAX - 7)

struct host_event {
    bool pending;
    uint32_t at_ms;
    void (*event)(void *arg); /* NULL: interrupt the sleep */
    void *arg;
};

struct port_test port_test;
void (*port_test_on_failure)(const char *rule);

static struct host_event events[MAX_EVENTS];
static bool locked;
static char trace[4096];

void port_test_reset(void)
{
    port_test = (struct port_test){.now_ms = START_MS};
    memset(events, 0, sizeof events);
    locked = false;
    port_test_clear_trace();
}

void port_test_fail(const char *rule)
{
    if (port_test_on_failure) {
        port_test_on_failure(rule);
    }
    fprintf(stderr, "rule broken: %s\n", rule);
    abort();
}

void port_test_note(const char *word)
{
    const size_t used = strlen(trace);

    /* A trace that is full is cut: nobody compares one of that length. */
    snprintf(trace + used, sizeof trace - used, "%s ", word);
}

const char *port_test_trace(void)
{
    return trace;
}

void port_test_clear_trace(void)
{
    trace[0] = '\0';
}

bool port_test_locked(void)
{
    return locked;
}

void port_lock(void)
{
    port_test_require(!locked, "the lock is not taken twice");
    locked = true;
}

void port_unlock(void)
{
    port_test_require(locked, "only a lock that is held is released");
    locked = false;
}

void port_wake(void)
{
    port_test_require(locked, "the lock is held when sleepers are woken");
    port_test.wakes++;
}

uint32_t port_now_ms(void)
{
    return port_test.now_ms;
}

/* Numbers that a test can repeat. */
uint32_t port_random(void)
{
    static uint32_t state = 1;

    state = state * 1664525 + 1013904223;
    return state;
}

void port_test_at(uint32_t after_ms, void (*event)(void *arg), void *arg)
{
    for (int i = 0; i < MAX_EVENTS; i++) {
        if (!events[i].pending) {
            events[i] = (struct host_event){true, port_test.now_ms + after_ms, event, arg};
            return;
        }
    }
    port_test_fail("there is room for the host's events");
}

void port_test_interrupt_at(uint32_t after_ms)
{
    port_test_at(after_ms, NULL, NULL);
}

static uint32_t ms_until(uint32_t at_ms)
{
    const uint32_t ms = at_ms - port_test.now_ms;

    return ms > INT32_MAX ? 0 : ms; /* in the past */
}

/* The event that comes first, or NULL. */
static struct host_event *next_event(void)
{
    struct host_event *next = NULL;

    for (int i = 0; i < MAX_EVENTS; i++) {
        if (events[i].pending && (!next || ms_until(events[i].at_ms) < ms_until(next->at_ms))) {
            next = &events[i];
        }
    }
    return next;
}

/* The host's turn: others may enter the core. */
static int serve(struct host_event *due)
{
    const struct host_event event = *due;

    due->pending = false;
    if (!event.event) {
        return -MSOCK_EINTR;
    }
    locked = false;
    event.event(event.arg);
    port_test_require(!locked, "whoever enters the core leaves it");
    locked = true;
    return 0;
}

int port_sleep(uint32_t timeout_ms)
{
    struct host_event *event = next_event();
    int interrupted = 0;

    port_test_require(locked, "one sleeps with the lock held");
    port_test_require(++port_test.sleeps < MAX_SLEEPS, "a wait comes to an end");
    port_test_require(event || timeout_ms != PORT_FOREVER, "something will end the sleep");
    port_test.last_timeout_ms = timeout_ms;
    port_test_note("sleep");
    const uint32_t event_ms = event ? ms_until(event->at_ms) : PORT_FOREVER;
    port_test.now_ms += event_ms < timeout_ms ? event_ms : timeout_ms;
    while (!interrupted && (event = next_event()) && ms_until(event->at_ms) == 0) {
        interrupted = serve(event);
    }
    return interrupted;
}
