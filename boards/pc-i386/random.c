/*
 * random.c: the random numbers of boards/pc-i386: the processor's generator, if it has one. If not
 * (QEMU's default processor has none; `-cpu max` has) the numbers are guessable: all there is is a
 * clock. That is good for ports that differ from run to run in a test, and no defence against
 * anyone: sequence numbers, ports and DNS identifiers depend on it.
 */
#include <stdbool.h>

#include "port.h"
#include "regs.h"

#define FEATURE_RDRAND (1u << 30)

/* Intel's word for when the generator is broken: ten times nothing. */
#define ATTEMPTS 10

static bool has_generator(void)
{
    uint32_t eax = 1, ebx, ecx, edx;

    __asm__("cpuid" : "+a"(eax), "=b"(ebx), "=c"(ecx), "=d"(edx));
    return (ecx & FEATURE_RDRAND) != 0;
}

static bool generate(uint32_t *value)
{
    bool good;

    for (int i = 0; i < ATTEMPTS; i++) {
        __asm__ volatile("rdrand %0\n\t"
                         "setc %1"
                         : "=r"(*value), "=q"(good)
                         :
                         : "cc");
        if (good) {
            return true;
        }
    }
    return false;
}

/* Xorshift (Marsaglia 2003), stirred with the clock at each call. */
static uint32_t guessable(void)
{
    static uint32_t state;

    state ^= tsc_read();
    if (state == 0) {
        state = 0x9E3779B9u; /* any value but 0, where the sequence stands still */
    }
    state ^= state << 13;
    state ^= state >> 17;
    state ^= state << 5;
    return state;
}

uint32_t port_random(void)
{
    uint32_t value;

    return has_generator() && generate(&value) ? value : guessable();
}
