/*
 * platform_board.c: the conformance cases on microsockets on a board without an operating system,
 * with loopback only: a network would use buffers of its own. Who runs the board watches the time.
 */
#include "board.h"
#include "uart.h"

#include "conformance.h"

/* The same tick that the port counts: a board's microseconds may come from another timer, and in an
 * emulator the two drift apart by more than a millisecond. */
static volatile uint32_t ticks_ms;

static void count_tick(void)
{
    ticks_ms++;
}

uint32_t now_ms(void)
{
    return ticks_ms;
}

void platform_watch(const char *name)
{
    (void)name;
}

int main(void)
{
    uart_init();
    board_clock_init();
    board_tick_hook_set(count_tick);
    msock_init();
    return conformance_run(0, NULL);
}
