# microsockets as a module in C for MicroPython's ports/qemu. USER_C_MODULES is the folder above this
# one (see build.sh), MSOCK_LWIP_DIR is lwIP's source. BOARD is a folder of boards/, here and at the
# top: the mpconfigboard.mk of ours says which drivers (MSOCK_DRIVERS), which files of the board beside
# those that each has (MSOCK_BOARD_MORE), and which files of this folder (MSOCK_BINDING) it takes.

msock_here := $(USERMOD_DIR)
msock_root := $(abspath $(USERMOD_DIR)/../..)
msock_board := $(msock_root)/boards/$(BOARD)

# The module itself; these are searched for the strings that MicroPython interns.
SRC_USERMOD_C += $(addprefix $(msock_here)/, modsocket.c modsocket_addr.c modsocket_io.c \
	modsocket_option.c port_mp.c board_mp.c libc_rest.c $(MSOCK_BINDING))

# The library, the board's part, and lwIP.
SRC_USERMOD_LIB_C += $(wildcard $(msock_root)/src/*.c $(msock_root)/stack/lwip/*.c)
SRC_USERMOD_LIB_C += $(addprefix $(msock_root)/drivers/, $(MSOCK_DRIVERS))
SRC_USERMOD_LIB_C += $(addprefix $(msock_board)/, \
	irq.c tick.c random.c net.c $(filter %.c, $(MSOCK_BOARD_MORE)))
SRC_USERMOD_LIB_ASM += $(addprefix $(msock_board)/, $(filter %.S, $(MSOCK_BOARD_MORE)))
SRC_USERMOD_LIB_C += $(wildcard $(addprefix $(MSOCK_LWIP_DIR)/src/, \
	core/*.c core/ipv4/*.c core/ipv6/*.c netif/ethernet.c))

CFLAGS_USERMOD += $(addprefix -I, $(msock_here) $(msock_here)/boards/$(BOARD) $(msock_root) \
	$(msock_root)/include $(msock_root)/stack $(msock_root)/stack/lwip $(msock_root)/port \
	$(msock_root)/port/none $(msock_root)/drivers $(MSOCK_LWIP_DIR)/src/include)
# The board's headers have names that others have, too (uart.h): MicroPython's come first.
CFLAGS_USERMOD += -idirafter $(msock_board)
# Error numbers are MicroPython's: Linux's.
CFLAGS_USERMOD += -DMSOCK_OWN_ERRNO=1
# The tables of characters that lwIP's default wants are not there without a C library.
CFLAGS_USERMOD += -DLWIP_NO_CTYPE_H=1

# Ours in place of those of ports/qemu, see board_mp.c.
LDFLAGS_USERMOD += -Wl,--wrap=main,--wrap=mp_hal_stdin_rx_chr,--wrap=mp_hal_stdio_poll
