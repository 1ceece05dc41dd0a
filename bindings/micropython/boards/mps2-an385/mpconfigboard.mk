# MicroPython's own board, with what microsockets adds to it (micropython.mk).
include boards/MPS2_AN385/mpconfigboard.mk

MSOCK_DRIVERS := lan9118.c
MSOCK_BINDING := boards/mps2-an385/console.c
