/*
 * port_mp.c: MicroPython as the port under microsockets (see port/port.h): port/none, but the sleep
 * serves MicroPython's own events. The clock and the random numbers are the board's.
 *
 * The other way round, MicroPython's event hook runs the IP stack, so that acknowledgements and
 * timers go on in time.sleep(), in select and at the prompt.
 */
#include "py/mphal.h"
#include "py/runtime.h"
#include "port/port.h"
#include "microsockets/msock_errno.h"
#include "microsockets/msock_net.h"
#include "modsocket.h"
#include "port_mp.h"

/* The last run of the stack from the event hook has brought something: whoever polls should look
 * before it sleeps. */
static bool stack_was_busy;

static bool events_pending(void)
{
    return MP_STATE_MAIN_THREAD(mp_pending_exception) != MP_OBJ_NULL ||
           MP_STATE_VM(sched_state) == MP_SCHED_PENDING;
}

/* MicroPython's own events: its hook, and what is scheduled. An exception (KeyboardInterrupt) must
 * not jump over the library's frames: it is caught, made pending again for the module, and the call
 * fails with EINTR. */
static int serve_events(void)
{
    nlr_buf_t nlr;
    if (nlr_push(&nlr) == 0) {
        mp_event_handle_nowait();
        nlr_pop();
        return 0;
    }
    mp_sched_exception(MP_OBJ_FROM_PTR(nlr.ret_val));
    return -MSOCK_EINTR;
}

int port_sleep(uint32_t timeout_ms)
{
    stack_was_busy = false;
    int interrupted = serve_events();
    /* The hook has run the stack once more: what came in then is to be looked at, not slept on. */
    if (interrupted || timeout_ms == 0 || stack_was_busy) {
        return interrupted;
    }
    modsocket_idle(timeout_ms);
    /* What has ended the sleep may be Ctrl-C, after which nothing else will. */
    return events_pending() ? serve_events() : 0;
}

void modsocket_event_hook(void)
{
    if (msock_run()) {
        stack_was_busy = true;
    }
}

void modsocket_wait(uint32_t timeout_ms)
{
    if (stack_was_busy) {
        stack_was_busy = false;
        return;
    }
    modsocket_idle(timeout_ms);
}

void modsocket_raise_pending(void)
{
    if (msock_errno == MSOCK_EINTR) {
        mp_handle_pending(true);
    }
}
