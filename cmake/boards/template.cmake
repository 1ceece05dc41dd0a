# The template of a board. A real one names a toolchain (cmake/<toolchain>.cmake), its drivers, its
# compiler's options, its linker script and, for the tests, an emulator: see mps2-an385.cmake.
set(BOARD_OPTIONS -O1 -g)
