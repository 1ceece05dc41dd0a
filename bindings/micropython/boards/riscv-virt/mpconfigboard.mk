# MicroPython's own board, with what microsockets adds to it (micropython.mk).
include boards/VIRT_RV32/mpconfigboard.mk

# Compilers differ on whether this architecture has control registers, and look for its libraries
# under the name they know; under the older specification it has them for all.
RV32_ARCH := rv32imac
AFLAGS += -misa-spec=2.2
LDFLAGS += -misa-spec=2.2

MSOCK_DRIVERS := virtio.c virtio_mmio.c virtio_net.c
MSOCK_BINDING := console_16550.c
