/*
 * tick.c: the clock of boards/pc-i386: the processor's clock counter, looked at by a tick of 1 kHz.
 * A tick that a busy host has swallowed is made up for by the next. The counter's rate is measured
 * against the timer, whose rate is known.
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

#define TICK_HZ         1000u
#define TICK_COUNTS     ((PIT_HZ + TICK_HZ / 2) / TICK_HZ)
#define MEASURED_COUNTS (PIT_HZ / 100u)

static volatile uint32_t now_ms;
static volatile uint32_t ms_start; /* the counter when that millisecond began */
static uint32_t clocks_per_ms;
static uint32_t clocks_per_us;
static void (*volatile tick_hook)(void);

static void timer_set(uint8_t mode, uint16_t counts)
{
    out8(PIT_COMMAND, mode);
    out8(PIT_CHANNEL_0, (uint8_t)counts);
    out8(PIT_CHANNEL_0, (uint8_t)(counts >> 8));
}

static uint16_t timer_read(void)
{
    uint8_t low;

    out8(PIT_COMMAND, PIT_LATCH);
    low = in8(PIT_CHANNEL_0);
    return (uint16_t)(in8(PIT_CHANNEL_0) << 8 | low);
}

/* Waits for 10 milliseconds. Port 0x61, which gates the channel that others use for this, is not
 * there on every machine. */
static void measure(void)
{
    uint16_t first, counts;
    uint32_t start;

    timer_set(PIT_COUNT_DOWN, UINT16_MAX);
    first = timer_read();
    start = tsc_read();
    do {
        counts = (uint16_t)(first - timer_read());
    } while (counts < MEASURED_COUNTS);
    clocks_per_ms = (uint32_t)((uint64_t)(tsc_read() - start) * (PIT_HZ / 1000u) / counts);
    clocks_per_us = clocks_per_ms / 1000u;
    if (clocks_per_us == 0) {
        clocks_per_us = 1;
    }
}

static void tick_handler(void)
{
    void (*hook)(void) = tick_hook;

    while (tsc_read() - ms_start >= clocks_per_ms) {
        ms_start += clocks_per_ms;
        now_ms++;
        if (hook != NULL) {
            hook();
        }
    }
}

void board_clock_init(void)
{
    irq_init();
    measure();
    ms_start = tsc_read();
    timer_set(PIT_PERIODIC, TICK_COUNTS);
    board_irq_set(BOARD_IRQ_TIMER, tick_handler);
    irq_unmask();
}

void board_tick_hook_set(void (*hook)(void))
{
    tick_hook = hook;
}

/* 32 bits are enough from one millisecond on, so no 64-bit division is needed. */
uint32_t board_now_us(void)
{
    uint32_t ms, clocks;

    do {
        ms = now_ms;
        clocks = tsc_read() - ms_start;
    } while (ms != now_ms);
    return ms * 1000u + clocks / clocks_per_us;
}

uint32_t port_now_ms(void)
{
    return now_ms;
}
