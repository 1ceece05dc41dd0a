# The tests that run on a board: QEMU is started for each, and ends with the program's exit status.

msock_add_conformance(mps2-an385 msock platform_msock.c platform_mps2_an385.c)
msock_add_pools(mps2-an385 mps2-an385 platform_msock.c platform_mps2_an385.c)

# ---- README's program: cut out, compiled, and run against a web server ---------------------------

set(program ${CMAKE_CURRENT_BINARY_DIR}/http_get.c)
set_source_files_properties(${program} PROPERTIES GENERATED TRUE)
msock_add_program(readme-http_get msock ${program})
set_target_properties(readme-http_get PROPERTIES EXCLUDE_FROM_ALL TRUE C_EXTENSIONS OFF)

add_test(NAME readme.cut-can-fail COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/readme/extract_test.sh)
add_test(NAME readme.is-cut-out
    COMMAND ${CMAKE_CURRENT_SOURCE_DIR}/readme/extract ${PROJECT_SOURCE_DIR}/README.md http_get.c
        ${program})
add_test(NAME readme.compiles
    COMMAND ${CMAKE_COMMAND} --build ${PROJECT_BINARY_DIR} --target readme-http_get)
# The program asks 10.0.2.2, port 8080: the host's loopback, seen from inside QEMU.
add_test(NAME readme.gets-the-page
    COMMAND ${MSOCK_PYTHON} ${CMAKE_CURRENT_SOURCE_DIR}/readme/run_with_server.py 8080
        ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:readme-http_get>)
set_tests_properties(readme.is-cut-out PROPERTIES FIXTURES_SETUP readme-source)
set_tests_properties(readme.compiles PROPERTIES
    FIXTURES_REQUIRED readme-source FIXTURES_SETUP readme-program)
set_tests_properties(readme.gets-the-page PROPERTIES FIXTURES_REQUIRED readme-program)
set_tests_properties(readme.cut-can-fail readme.is-cut-out readme.compiles readme.gets-the-page
    PROPERTIES LABELS readme TIMEOUT 60)

# README says how large the socket layer of its program is.
add_test(NAME readme.program-is-small
    COMMAND ${MSOCK_PYTHON} ${PROJECT_SOURCE_DIR}/tools/size.py
        ${CMAKE_CURRENT_BINARY_DIR}/readme-http_get.map --max-flash 8800)
set_tests_properties(readme.program-is-small PROPERTIES LABELS readme TIMEOUT 60
    FIXTURES_REQUIRED readme-program)
