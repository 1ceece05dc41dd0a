# ARM's MPS2 board with the AN385 image: a Cortex-M3 and a LAN9118 Ethernet chip, as QEMU has it.
set(BOARD_TOOLCHAIN arm-none-eabi)
set(BOARD_DRIVERS lan9118)
set(BOARD_OPTIONS -mcpu=cortex-m3 -mthumb -Os -g -ffunction-sections -fdata-sections)
set(BOARD_LINK_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/../../boards/mps2-an385/link.ld)
set(BOARD_LINK_OPTIONS
    --specs=nano.specs -nostartfiles -Wl,--gc-sections -T ${BOARD_LINK_SCRIPT}
    -Wl,-Map=$<TARGET_PROPERTY:BINARY_DIR>/$<TARGET_PROPERTY:NAME>.map
)

# Runs an image, and ends with its exit status. The host's loopback is 10.0.2.2 in there.
set(BOARD_EMULATOR
    qemu-system-arm -machine mps2-an385 -nographic -monitor none -semihosting -serial stdio
    -nic user,model=lan9118 -kernel
)
