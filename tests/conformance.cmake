# Cases: one behaviour a file, named by a sentence, in a program that runs them all.

set(frame ${CMAKE_CURRENT_SOURCE_DIR}/conformance)

# msock_add_cases(<program> <library> <folder of the cases> <file of the frame>...)
# <library> may be empty: the kernel's sockets are in no library.
function(msock_add_cases program library folder)
    file(GLOB cases CONFIGURE_DEPENDS ${folder}/*-*.c)
    set(table ${CMAKE_CURRENT_BINARY_DIR}/${program}.cases.c)
    add_custom_command(OUTPUT ${table}
        COMMAND ${MSOCK_PYTHON} ${frame}/make_cases.py ${table} ${cases}
        DEPENDS ${frame}/make_cases.py ${cases}
        VERBATIM
    )
    list(TRANSFORM ARGN PREPEND ${frame}/)
    msock_add_program(${program} "${library}" ${table} ${cases} ${frame}/conformance.c ${ARGN})
    target_include_directories(${program} PRIVATE
        ${folder} ${frame} ${PROJECT_SOURCE_DIR}/include)
endfunction()

# msock_add_conformance(<machine> <library> <file of the frame>...)
# The conformance cases on one machine. The test leaves a transcript for the comparison.
set(transcripts ${PROJECT_BINARY_DIR}/conformance)
file(MAKE_DIRECTORY ${transcripts})

function(msock_add_conformance machine library)
    msock_add_cases(conformance-${machine} "${library}" ${frame} ${ARGN})
    add_test(NAME conformance.${machine}
        COMMAND ${PROJECT_SOURCE_DIR}/tests/record.sh ${transcripts}/${machine}.txt
            ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:conformance-${machine}>)
    # The sanitizers' status is not to be taken for that of a case that has failed.
    set_tests_properties(conformance.${machine} PROPERTIES LABELS conformance TIMEOUT 300
        FIXTURES_SETUP transcript-${machine} ENVIRONMENT ASAN_OPTIONS=exitcode=99)
endfunction()
