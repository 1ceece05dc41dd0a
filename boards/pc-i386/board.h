/*
 * board.h of boards/pc-i386: a PC with a 32-bit x86 processor, as QEMU has it: its machine "microvm"
 * with a virtio device in memory, or its machine "pc" with one on the PCI bus. One image is for both.
 */
#ifndef BOARD_H
#define BOARD_H

/* Numbers of interrupts, those of the PC's two interrupt controllers. */
enum board_irq { BOARD_IRQ_TIMER = 0, BOARD_IRQ_UART = 4, BOARD_IRQ_COUNT = 16 };

#include "../bare_board.h"

#endif
