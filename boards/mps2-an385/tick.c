/*
 * tick.c: the clock of boards/mps2-an385, a tick of 1 kHz.
 *
 * The tick does more than count. QEMU looks after its user-mode network when its main loop wakes,
 * and it sleeps as long as the guest has no timer armed: without a tick an answer from the host
 * takes up to a second, with one a millisecond.
 */
#include <stddef.h>

#include "board.h"
#include "irq.h"
#include "port.h"
#include "regs.h"

#define TICK_HZ       1000u
#define TICK_CLOCKS   (CLOCK_HZ / TICK_HZ)
#define CLOCKS_PER_US (CLOCK_HZ / 1000000u)

static volatile uint32_t ticks;
static void (*volatile tick_hook)(void);

static void tick_handler(void)
{
    void (*hook)(void) = tick_hook;

    ticks++;
    if (hook != NULL) {
        hook();
    }
}

void board_clock_init(void)
{
    irq_table_init();
    irq_vector_set(VECTOR_TICK, tick_handler);
    FPGAIO_PRESCALE = CLOCKS_PER_US - 1;
    SYSTICK_RELOAD = TICK_CLOCKS - 1;
    SYSTICK_CURRENT = 0;
    SYSTICK_CONTROL = SYSTICK_RUN;
}

void board_tick_hook_set(void (*hook)(void))
{
    tick_hook = hook;
}

uint32_t board_now_us(void)
{
    return FPGAIO_COUNTER;
}

uint32_t port_now_ms(void)
{
    return ticks;
}
