# A Linux process with its network in user space: the engine for machines without an OS, in one
# thread, where it can be debugged and sanitised.
set(BOARD_DRIVERS loopback)
set(BOARD_OS_DRIVERS tap) # drivers that need the system's headers
set(BOARD_OPTIONS -O1 -g)
