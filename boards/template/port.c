/*
 * port.c: the three functions that port/none asks of a board (port/port.h). With these and a poller
 * sockets work; all else in this folder is for programs without a framework of their own.
 */
#include "port.h"

#include "board.h"

static volatile uint32_t ticks;

void board_tick(void)
{
    ticks++;
}

uint32_t port_now_ms(void)
{
    return ticks;
}

/* Not to sleep is right, and costs power. A board that sleeps does it so:
 *
 *   mask interrupts
 *   if timeout_ms is not 0 and board_net_arm() is false: wait for an interrupt
 *   unmask interrupts
 *
 * where the waiting instruction must end for an interrupt that is masked, as WFI does. The timer
 * ends it each millisecond, so nobody need look at the length of timeout_ms. */
int port_sleep(uint32_t timeout_ms)
{
    (void)timeout_ms;
    return 0;
}

/* Guessable. A real board uses its hardware's generator here: sequence numbers, ports and DNS
 * identifiers depend on it. Xorshift (Marsaglia 2003). */
uint32_t port_random(void)
{
    static uint32_t state = 0x9E3779B9u;

    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state;
}
