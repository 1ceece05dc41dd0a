# A PC with a 32-bit x86 processor: QEMU's machines "microvm" and "pc", with a virtio network device.
set(BOARD_TOOLCHAIN i386-none)
set(BOARD_DRIVERS virtio virtio_mmio virtio_net virtio_pci)
set(BOARD_OPTIONS
    -m32 -march=i686 -ffreestanding -fno-pic -fno-stack-protector -fcf-protection=none
    -fno-asynchronous-unwind-tables -Os -g -ffunction-sections -fdata-sections
)
set(BOARD_LINK_SCRIPT ${CMAKE_CURRENT_LIST_DIR}/../../boards/pc-i386/link.ld)
set(BOARD_LINK_OPTIONS
    -static -nostartfiles -Wl,--build-id=none -Wl,--gc-sections -Wl,--no-warn-rwx-segments
    -T ${BOARD_LINK_SCRIPT}
    -Wl,-Map=$<TARGET_PROPERTY:BINARY_DIR>/$<TARGET_PROPERTY:NAME>.map
)

# Runs an image, and ends with its exit status. The host's loopback is 10.0.2.2 in there.
set(BOARD_EMULATOR ${CMAKE_CURRENT_LIST_DIR}/../../boards/pc-i386/run microvm)
set(BOARD_OTHER_EMULATOR ${CMAKE_CURRENT_LIST_DIR}/../../boards/pc-i386/run pc)

# The compiler has no C library for such a machine. Before project() there is no compiler yet.
if(COMMAND msock_third_party)
    msock_third_party(PICOLIBC_DIR picolibc)
    set(picolibc ${microsockets_BINARY_DIR}/picolibc)
    if(NOT EXISTS ${picolibc}/libc.a)
        list(JOIN BOARD_OPTIONS " " flags)
        execute_process(COMMAND ${CMAKE_COMMAND}
            -S ${CMAKE_CURRENT_LIST_DIR}/../picolibc -B ${picolibc}
            -G ${CMAKE_GENERATOR} -DPICOLIBC_DIR=${PICOLIBC_DIR}
            -DCMAKE_TOOLCHAIN_FILE=${CMAKE_CURRENT_LIST_DIR}/../i386-none.cmake
            -DCMAKE_C_FLAGS=${flags} -DCMAKE_ASM_FLAGS=-m32
            OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
        execute_process(COMMAND ${CMAKE_COMMAND} --build ${picolibc}
            OUTPUT_QUIET COMMAND_ERROR_IS_FATAL ANY)
    endif()
    foreach(folder IN ITEMS machine/x86 tinystdio include)
        list(APPEND BOARD_OPTIONS -isystem${PICOLIBC_DIR}/newlib/libc/${folder})
    endforeach()
    list(APPEND BOARD_OPTIONS -isystem${CMAKE_CURRENT_LIST_DIR}/../picolibc)
    list(APPEND BOARD_LINK_OPTIONS -L${picolibc})
endif()
