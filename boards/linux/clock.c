/*
 * clock.c: the time and the random numbers of boards/linux. They suit any port.
 */
#include <stdlib.h>
#include <sys/random.h>
#include <time.h>

#include "port.h"

uint32_t port_now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint32_t)((uint64_t)now.tv_sec * 1000u + (uint64_t)now.tv_nsec / 1000000u);
}

uint32_t port_random(void)
{
    uint32_t bits;

    /* So few bytes are never cut short by a signal. A kernel without it is no machine for us: ports
     * and sequence numbers that can be guessed let strangers into connections. */
    if (getrandom(&bits, sizeof(bits), 0) != sizeof(bits)) {
        abort();
    }
    return bits;
}
