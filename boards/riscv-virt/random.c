/*
 * random.c: the random numbers of boards/riscv-virt, which are guessable. The machine has no source
 * of noise that a hart can read; all there is is a clock, and it starts with the machine. So this is
 * good for ports that differ from run to run in a test, and no defence against anyone. A real board
 * must use its hardware's generator here: sequence numbers, ports and DNS identifiers depend on it.
 */
#include "port.h"
#include "regs.h"

/* Xorshift (Marsaglia 2003), stirred with the clock at each call. */
uint32_t port_random(void)
{
    static uint32_t state;

    state ^= CLINT_MTIME_LOW;
    if (state == 0) {
        state = 0x9E3779B9u; /* any value but 0, where the sequence stands still */
    }
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state;
}
