/*
 * random.c: the random numbers of boards/mps2-an385, which are guessable. QEMU's model of the board
 * has no source of noise; all there is are clocks, and they start with the machine. So this is good
 * for ports that differ from run to run in a test, and no defence against anyone. A real board must
 * use its hardware's generator here: sequence numbers, ports and DNS identifiers depend on it.
 */
#include "port.h"
#include "regs.h"

/* Xorshift (Marsaglia 2003), stirred with the clocks at each call. */
uint32_t port_random(void)
{
    static uint32_t state;

    state ^= SYSTICK_CURRENT ^ (FPGAIO_COUNTER << 8);
    if (state == 0) {
        state = 0x9E3779B9u; /* any value but 0, where the sequence stands still */
    }
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state;
}
