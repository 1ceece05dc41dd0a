# microsockets as a module in C for MicroPython: USER_C_MODULES is the folder above this one.
#
#   MSOCK_LWIP_DIR  lwIP's sources
#   MSOCK_BOARD     a folder of boards/, by default mps2-an385, which ports/qemu's MPS2_AN385 is
MSOCK_BOARD ?= mps2-an385

msock_here := $(USERMOD_DIR)
msock_root := $(abspath $(USERMOD_DIR)/../..)

# The module itself; these are searched for the strings that MicroPython interns.
SRC_USERMOD_C += $(addprefix $(msock_here)/, modsocket.c modsocket_addr.c modsocket_io.c \
	modsocket_option.c port_mp.c mps2_an385.c libc_rest.c)

# The library, the board's part, and lwIP.
SRC_USERMOD_LIB_C += $(wildcard $(msock_root)/src/*.c $(msock_root)/stack/lwip/*.c)
SRC_USERMOD_LIB_C += $(msock_root)/drivers/lan9118.c
SRC_USERMOD_LIB_C += $(addprefix $(msock_root)/boards/$(MSOCK_BOARD)/, irq.c tick.c random.c \
	net.c)
SRC_USERMOD_LIB_C += $(wildcard $(MSOCK_LWIP_DIR)/src/core/*.c $(MSOCK_LWIP_DIR)/src/core/ipv4/*.c \
	$(MSOCK_LWIP_DIR)/src/core/ipv6/*.c) $(MSOCK_LWIP_DIR)/src/netif/ethernet.c

CFLAGS_USERMOD += -I$(msock_here) -I$(msock_root) -I$(msock_root)/include -I$(msock_root)/stack \
	-I$(msock_root)/stack/lwip -I$(msock_root)/port -I$(msock_root)/port/none \
	-I$(msock_root)/drivers -I$(MSOCK_LWIP_DIR)/src/include
# The board's headers have names that others have, too (uart.h): MicroPython's come first.
CFLAGS_USERMOD += -idirafter $(msock_root)/boards/$(MSOCK_BOARD)
# Error numbers are MicroPython's: Linux's.
CFLAGS_USERMOD += -DMSOCK_OWN_ERRNO=1
# The tables of characters that lwIP's default wants are not there without a C library.
CFLAGS_USERMOD += -DLWIP_NO_CTYPE_H=1

# Ours in place of those of ports/qemu, see mps2_an385.c.
LDFLAGS_USERMOD += -Wl,--wrap=main,--wrap=mp_hal_stdin_rx_chr,--wrap=mp_hal_stdio_poll
