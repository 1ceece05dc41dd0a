# msock_add_pools(<machine> <board> <file of the conformance frame>...)
# Every pool run out of, on one machine: the library with pools that are small, each for the case that
# empties it. lwIP's own check wants more segments than that.
function(msock_add_pools machine board)
    msock_add_library(msock-small STACK lwip PORT none BOARD ${board} DEFINES
        MSOCK_MAX_SOCKETS=7
        MSOCK_MAX_FDS=6
        MSOCK_MAX_ADDRINFO=2
        MEMP_NUM_TCP_PCB=4
        MEMP_NUM_TCP_PCB_LISTEN=2
        MEMP_NUM_UDP_PCB=5
        MEMP_NUM_TCP_SEG=2
        PBUF_POOL_SIZE=4
        MEM_SIZE=12288
        TCP_WND=2920
        TCP_SND_BUF=2920
        LWIP_DISABLE_TCP_SANITY_CHECKS=1
    )
    msock_add_cases(pools-${machine} msock-small ${CMAKE_CURRENT_SOURCE_DIR}/pools ${ARGN})
    # A device to receive from: itself.
    target_sources(pools-${machine} PRIVATE ${PROJECT_SOURCE_DIR}/drivers/loopback.c)
    target_link_libraries(pools-${machine} PRIVATE msock-small-internal)
    add_test(NAME pools.${machine} COMMAND pools-${machine})
    set_tests_properties(pools.${machine} PROPERTIES LABELS pools TIMEOUT 120)
endfunction()
