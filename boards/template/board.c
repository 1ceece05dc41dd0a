/*
 * board.c: starts boards/template. On a real board the console and the timer come first.
 */
#include "board.h"

#include "microsockets/msock_net.h"

bool board_init(void)
{
    msock_init();
    return board_net_start();
}
