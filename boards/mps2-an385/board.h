/*
 * board.h of boards/mps2-an385: Arm's MPS2 board with a Cortex-M3 (AN385), as QEMU has it.
 */
#ifndef BOARD_H
#define BOARD_H

/* Numbers of interrupts. */
enum board_irq { BOARD_IRQ_UART0_RX = 0, BOARD_IRQ_ETHERNET = 13, BOARD_IRQ_COUNT = 32 };

#include "../bare_board.h"

#endif
