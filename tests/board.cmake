# The tests that run on a board: QEMU is started for each, and ends with the program's exit status.

msock_add_conformance(${MSOCK_BOARD} msock platform_msock.c platform_board.c)
msock_add_pools(${MSOCK_BOARD} ${MSOCK_BOARD} platform_msock.c platform_board.c)

# ---- README's program: cut out, compiled, and run against a web server ---------------------------

set(program ${CMAKE_CURRENT_BINARY_DIR}/http_get.c)
set_source_files_properties(${program} PROPERTIES GENERATED TRUE)
msock_add_program(readme-http_get msock ${program})
set_target_properties(readme-http_get PROPERTIES EXCLUDE_FROM_ALL TRUE C_EXTENSIONS OFF)

# msock_add_readme_test(<what> COMMAND <command>...): fixtures are known by name beyond this board.
function(msock_add_readme_test what)
    add_test(NAME readme.${MSOCK_BOARD}.${what} ${ARGN})
    set_tests_properties(readme.${MSOCK_BOARD}.${what} PROPERTIES LABELS readme TIMEOUT 60
        FIXTURES_REQUIRED readme-program-${MSOCK_BOARD})
endfunction()

msock_add_readme_test(is-cut-out
    COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/readme/extract ${PROJECT_SOURCE_DIR}/README.md http_get.c
        ${program})
msock_add_readme_test(compiles
    COMMAND ${CMAKE_COMMAND} --build ${PROJECT_BINARY_DIR} --target readme-http_get)
set_tests_properties(readme.${MSOCK_BOARD}.is-cut-out PROPERTIES
    FIXTURES_REQUIRED "" FIXTURES_SETUP readme-source-${MSOCK_BOARD})
set_tests_properties(readme.${MSOCK_BOARD}.compiles PROPERTIES
    FIXTURES_REQUIRED readme-source-${MSOCK_BOARD}
    FIXTURES_SETUP readme-program-${MSOCK_BOARD})

# The program asks 10.0.2.2, port 8080: the host's loopback, seen from inside QEMU.
set(with_server
    ${MSOCK_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/readme/run_with_server.py 8080)
msock_add_readme_test(gets-the-page
    COMMAND ${with_server} ${BOARD_EMULATOR} $<TARGET_FILE:readme-http_get>)
if(BOARD_OTHER_EMULATOR)
    msock_add_readme_test(gets-the-page-on-the-other-machine
        COMMAND ${with_server} ${BOARD_OTHER_EMULATOR} $<TARGET_FILE:readme-http_get>)
endif()

# README says how large the socket layer of its program is, on this board.
if(MSOCK_BOARD STREQUAL mps2-an385)
    msock_add_readme_test(program-is-small
        COMMAND ${MSOCK_PYTHON} ${PROJECT_SOURCE_DIR}/tools/size.py
            ${CMAKE_CURRENT_BINARY_DIR}/readme-http_get.map --max-flash 9400)
endif()

# ---- clang-tidy, for what only this board compiles; lint.tidy has that of mps2-an385 -------------

if(NOT MSOCK_BOARD STREQUAL mps2-an385)
    file(GLOB sources CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/boards/${MSOCK_BOARD}/*.c)
    foreach(driver IN LISTS BOARD_DRIVERS)
        list(APPEND sources ${PROJECT_SOURCE_DIR}/drivers/${driver}.c)
    endforeach()
    add_test(NAME lint.tidy.${MSOCK_BOARD}
        COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/tidy_board.sh ${PROJECT_BINARY_DIR}
            ${BOARD_TIDY_OPTIONS} ${sources})
    set_tests_properties(lint.tidy.${MSOCK_BOARD} PROPERTIES LABELS lint TIMEOUT 300)
endif()
