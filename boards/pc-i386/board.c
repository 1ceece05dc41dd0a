/*
 * board.c: starts boards/pc-i386 for a program that has the machine to itself.
 */
#include "board.h"

#include "microsockets/msock_net.h"
#include "uart.h"

bool board_init(void)
{
    uart_init();
    board_clock_init();
    msock_init();
    return board_net_start();
}
