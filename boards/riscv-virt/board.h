/*
 * board.h of boards/riscv-virt: QEMU's machine "virt" with a 32-bit RISC-V hart in machine mode, and
 * a virtio network device.
 */
#ifndef BOARD_H
#define BOARD_H

/* Numbers of interrupts; the virtio devices have eight, one for each place. */
enum board_irq { BOARD_IRQ_VIRTIO_FIRST = 1, BOARD_IRQ_UART = 10, BOARD_IRQ_COUNT = 32 };

#include "../bare_board.h"

#endif
