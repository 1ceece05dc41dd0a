/*
 * platform_mps2_an385.c: the conformance cases on microsockets on the Cortex-M3 board, with
 * loopback only: a network would use buffers of its own. Who runs the board watches the time.
 */
#include "board.h"
#include "uart.h"

#include "conformance.h"

uint32_t now_ms(void)
{
    return board_now_us() / 1000;
}

void platform_watch(const char *name)
{
    (void)name;
}

int main(void)
{
    uart_init();
    board_clock_init();
    msock_init();
    return conformance_run(0, NULL);
}
