/*
 * wait.c: the one function that waits, and what it does meanwhile. Every call that blocks is a
 * primitive that never does, and core_wait() around it.
 *
 * The thread that waits drives the stack: the packet that ends the wait is taken from the device by
 * the one who waits for it. So a call can block where there is no operating system.
 */
#include "core.h"

#include "microsockets/msock_net.h"

static struct msock_poller *pollers;
static bool driving;
static uint32_t last_run_ms;

void core_wait_init(void)
{
    driving = false;
    last_run_ms = port_now_ms();
}

void msock_poller_add(struct msock_poller *poller)
{
    port_lock();
    for (struct msock_poller *p = pollers; p; p = p->next) {
        if (p == poller) {
            port_unlock();
            return;
        }
    }
    poller->next = pollers;
    pollers = poller;
    port_unlock();
}

bool core_drive(void)
{
    bool more = false;

    /* A poller that breaks its rule and calls the library must not enter the stack twice. */
    if (driving) {
        return false;
    }
    driving = true;
    for (struct msock_poller *p = pollers; p; p = p->next) {
        more |= p->poll(p);
    }
    more |= stk_run();
    driving = false;
    last_run_ms = port_now_ms();
    return more;
}

void core_drive_if_due(void)
{
    if (port_now_ms() != last_run_ms) {
        (void)core_drive();
    }
}

bool msock_run(void)
{
    /* From a poller: the lock is held, and the stack is running already. */
    if (driving) {
        return false;
    }
    port_lock();
    const bool more = core_drive();
    port_unlock();
    return more;
}

/* What is left of timeout_ms since start, across the clock's wrap-around. */
static uint32_t time_left(uint32_t start_ms, uint32_t timeout_ms)
{
    if (timeout_ms == PORT_FOREVER) {
        return PORT_FOREVER;
    }
    const uint32_t elapsed_ms = port_now_ms() - start_ms;
    return elapsed_ms < timeout_ms ? timeout_ms - elapsed_ms : 0;
}

/* The program is about to sleep, so it will send nothing that could carry an acknowledgement: a
 * peer that holds back its next small segment until it has one (RFC 896) would wait out our delay
 * (RFC 1122, 4.2.3.2) for nothing. True if there was one to send. */
static bool acknowledge_all(void)
{
    bool sent = false;

    for (uint8_t i = 0; i < MSOCK_MAX_SOCKETS; i++) {
        struct core_sock *s = core_at(i);
        if (s->state == CORE_CONNECTED && s->type == STK_TCP) {
            sent |= stk_ack_now(&s->stk);
        }
    }
    return sent;
}

/* Sleeps until there may be something to do; with more to do already, only serves the host. */
static int rest(bool more, uint32_t left_ms)
{
    if (more || acknowledge_all()) {
        return port_sleep(0);
    }
    const uint32_t timer_ms = stk_timeout_ms();
    return port_sleep(timer_ms < left_ms ? timer_ms : left_ms);
}

msock_ssize_t core_wait(struct core_sock *s, core_try_fn *try_once, void *call, uint32_t timeout_ms)
{
    const uint16_t generation = s ? s->generation : 0;
    msock_ssize_t result = try_once(s, call);

    if (result != -MSOCK_EAGAIN) {
        return result;
    }
    const uint32_t start_ms = port_now_ms();
    for (;;) {
        const bool more = core_drive();
        /* Foreign code has run: is the socket still the one that the call was made on? */
        if (s && s->generation != generation) {
            return -MSOCK_EBADF;
        }
        result = try_once(s, call);
        if (result != -MSOCK_EAGAIN) {
            return result;
        }
        const uint32_t left_ms = time_left(start_ms, timeout_ms);
        if (left_ms == 0) {
            return -MSOCK_EAGAIN;
        }
        const int interrupted = rest(more, left_ms);
        if (interrupted) {
            return interrupted;
        }
    }
}

uint32_t core_timeout(const struct core_sock *s, uint32_t timeout_ms, int flags)
{
    return (s->flags & CORE_NONBLOCK) || (flags & MSOCK_MSG_DONTWAIT) ? 0 : timeout_ms;
}
