# The engine on a TAP device: the kernel is the other end of the wire, in a network of its own.
# run_tests.py says why it skips, where there is no such device. Names are waited for less long, and
# lwIP measures the time until it sends again in shorter ticks, so that lost frames cost less of it.
function(msock_add_tap)
    set(folder ${CMAKE_CURRENT_SOURCE_DIR}/tap)
    msock_add_library(msock-tap STACK lwip PORT none BOARD linux DEFINES
        MSOCK_DNS_TIMEOUT_MS=1500
        TCP_TMR_INTERVAL=50
    )
    msock_add_cases(tap-cases msock-tap ${folder} platform_msock.c)
    target_sources(tap-cases PRIVATE ${folder}/platform_tap.c ${folder}/support.c ${folder}/lossy.c)
    target_link_libraries(tap-cases PRIVATE msock-tap-internal)
    add_test(NAME tap COMMAND ${MSOCK_PYTHON} ${folder}/run_tests.py $<TARGET_FILE:tap-cases>)
    set_tests_properties(tap PROPERTIES LABELS tap TIMEOUT 60 SKIP_RETURN_CODE 77)
endfunction()
