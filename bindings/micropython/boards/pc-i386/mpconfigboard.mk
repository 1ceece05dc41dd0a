# A board that MicroPython's port for QEMU does not have: a PC with a 32-bit x86 processor; with what
# microsockets adds to it (micropython.mk).
QEMU_ARCH = i386
QEMU_MACHINE = microvm

# The host's own compiler, for another processor and no operating system. The headers are those of
# its C library for 32 bits; of the library itself nothing is linked.
CROSS_COMPILE :=
CFLAGS += -m32 -march=i686 -msse2 -mfpmath=sse -fno-pie -fno-stack-protector \
	-fcf-protection=none -fno-asynchronous-unwind-tables
CFLAGS += -DMICROPY_HW_MCU_NAME='"i686"'
# The compiler would call sincosf() for both, which is not there.
CFLAGS += -fno-builtin-sinf -fno-builtin-cosf
LDFLAGS += -m32 -nostdlib -static -no-pie -Wl,--build-id=none,--no-warn-rwx-segments
LIBS = $(shell $(CC) $(CFLAGS) -print-libgcc-file-name)
LDSCRIPT = $(abspath $(BOARD_DIR)/../../../../boards/pc-i386/link.ld)

SRC_BOARD_O += shared/runtime/gchelper_generic.o

# SSE registers are not saved when an interrupt comes, so what runs in one must not touch them, not
# even to copy a structure.
%/scheduler.o %/board_mp.o %/console_16550.o %/serial.o %/irq.o %/tick.o: \
	CFLAGS += -mno-sse -mfpmath=387

MSOCK_DRIVERS := virtio.c virtio_mmio.c virtio_net.c virtio_pci.c
MSOCK_BOARD_MORE := boot.S irq_entry.S pci.c startup.c uart.c
MSOCK_BINDING := console_16550.c boards/pc-i386/serial.c boards/pc-i386/exit.c
