/*
 * tick.c: the clock of boards/riscv-virt, a tick of 1 kHz.
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
#define TICK_COUNTS   (CLINT_HZ / TICK_HZ)
#define COUNTS_PER_US (CLINT_HZ / 1000000u)

static volatile uint32_t ticks;
static volatile uint32_t tick_start; /* the counter's lower half at the last tick */
static uint64_t next_tick;
static void (*volatile tick_hook)(void);

static uint64_t counter(void)
{
    uint32_t high, low;

    do {
        high = CLINT_MTIME_HIGH;
        low = CLINT_MTIME_LOW;
    } while (high != CLINT_MTIME_HIGH);
    return (uint64_t)high << 32 | low;
}

/* No value in between may be a time that has come. */
static void arm(uint64_t time)
{
    CLINT_MTIMECMP_LOW = UINT32_MAX;
    CLINT_MTIMECMP_HIGH = (uint32_t)(time >> 32);
    CLINT_MTIMECMP_LOW = (uint32_t)time;
}

/* A tick that comes late is followed by the next at once, so none is lost. */
static void tick_handler(void)
{
    void (*hook)(void) = tick_hook;

    tick_start = (uint32_t)next_tick;
    next_tick += TICK_COUNTS;
    arm(next_tick);
    ticks++;
    if (hook != NULL) {
        hook();
    }
}

void board_clock_init(void)
{
    irq_init();
    next_tick = counter();
    tick_start = (uint32_t)next_tick;
    next_tick += TICK_COUNTS;
    arm(next_tick);
    irq_timer_set(tick_handler);
    irq_unmask();
}

void board_tick_hook_set(void (*hook)(void))
{
    tick_hook = hook;
}

/* 32 bits are enough from one tick on, so no 64-bit division is. */
uint32_t board_now_us(void)
{
    uint32_t tick, counts;

    do {
        tick = ticks;
        counts = CLINT_MTIME_LOW - tick_start;
    } while (tick != ticks);
    return tick * (1000000u / TICK_HZ) + counts / COUNTS_PER_US;
}

uint32_t port_now_ms(void)
{
    return ticks;
}
