# msock_add_pools(<machine> <board> <file of the conformance frame>... [DEFINES X=Y...])
# Every pool run out of, on one machine: the library with pools that are small, each for the case that
# empties it. lwIP's own check wants more segments than that.
function(msock_add_pools machine board)
    cmake_parse_arguments(PARSE_ARGV 2 arg "" "" "DEFINES")
    msock_add_library(msock-small-${machine} STACK lwip PORT none BOARD ${board} DEFINES
        MSOCK_MAX_SOCKETS=7
        MSOCK_MAX_FDS=6
        MSOCK_MAX_ADDRINFO=2
        MEMP_NUM_TCP_PCB=4
        MEMP_NUM_TCP_PCB_LISTEN=2
        MEMP_NUM_UDP_PCB=5
        MEMP_NUM_TCP_SEG=2
        PBUF_POOL_SIZE=10
        MEM_SIZE=12288
        TCP_WND=2920
        TCP_SND_BUF=2920
        LWIP_DISABLE_TCP_SANITY_CHECKS=1
        TCP_TMR_INTERVAL=50 # and so lwIP gives up after two seconds, not twenty
        LWIP_TCP_RTO_TIME=300
        ${arg_DEFINES}
    )
    msock_add_cases(pools-${machine} msock-small-${machine} ${CMAKE_CURRENT_SOURCE_DIR}/pools
        ${arg_UNPARSED_ARGUMENTS})
    # A device to receive from: itself.
    target_sources(pools-${machine} PRIVATE pools/device.c
        ${PROJECT_SOURCE_DIR}/drivers/loopback.c)
    target_link_libraries(pools-${machine} PRIVATE msock-small-${machine}-internal)
    add_test(NAME pools.${machine} COMMAND pools-${machine})
    set_tests_properties(pools.${machine} PROPERTIES LABELS pools TIMEOUT 120)
endfunction()
