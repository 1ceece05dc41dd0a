# QEMU's machine "virt" with a 32-bit RISC-V hart, and a virtio network device in its memory.
set(BOARD_TOOLCHAIN riscv64-unknown-elf)
set(BOARD_DRIVERS virtio virtio_mmio virtio_net)
set(BOARD_OPTIONS
    --specs=picolibc.specs -march=rv32imac -mabi=ilp32 -mcmodel=medany -Os -g
    -ffunction-sections -fdata-sections
)
set(BOARD_LINK_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/../../boards/riscv-virt/link.ld)
set(BOARD_LINK_OPTIONS
    -nostartfiles -Wl,--gc-sections -Wl,--no-warn-rwx-segments -T ${BOARD_LINK_SCRIPT}
    -Wl,-Map=$<TARGET_PROPERTY:BINARY_DIR>/$<TARGET_PROPERTY:NAME>.map
)

# Runs an image, and ends with its exit status. The host's loopback is 10.0.2.2 in there. QEMU's
# virtio devices in memory are legacy ones unless told otherwise; a test wants the others, too.
set(emulator
    qemu-system-riscv32 -machine virt -bios none -nographic -monitor none -serial stdio
    -netdev user,id=net -device virtio-net-device,netdev=net
)
set(BOARD_EMULATOR ${emulator} -kernel)
set(BOARD_OTHER_EMULATOR ${emulator} -global virtio-mmio.force-legacy=false -kernel)

# clang must be told what GCC's specs tell.
set(BOARD_TIDY_OPTIONS
    --extra-arg-before=--target=riscv32-unknown-elf
    --extra-arg=-isystem/usr/lib/picolibc/riscv64-unknown-elf/include
)
