# msock_add_conformance(<machine> <library> <platform file>...)
#
# The conformance cases on one machine, as program conformance-<machine> and test
# conformance.<machine>, which leaves its transcript for the comparison. <library> may be empty.
set(transcripts ${PROJECT_BINARY_DIR}/conformance)
file(MAKE_DIRECTORY ${transcripts})

set(folder ${CMAKE_CURRENT_SOURCE_DIR}/conformance)
file(GLOB cases CONFIGURE_DEPENDS ${folder}/*-*.c) # a case's name is a sentence
set(case_table ${CMAKE_CURRENT_BINARY_DIR}/conformance_cases.c)
add_custom_command(OUTPUT ${case_table}
    COMMAND python3 ${folder}/make_cases.py ${case_table} ${cases}
    DEPENDS ${folder}/make_cases.py ${cases}
    VERBATIM
)

function(msock_add_conformance machine library)
    list(TRANSFORM ARGN PREPEND ${folder}/)
    msock_add_program(conformance-${machine} "${library}"
        ${case_table} ${cases} ${folder}/conformance.c ${ARGN})
    target_include_directories(conformance-${machine} PRIVATE
        ${folder} ${PROJECT_SOURCE_DIR}/include)
    add_test(NAME conformance.${machine}
        COMMAND ${PROJECT_SOURCE_DIR}/tests/record.sh ${transcripts}/${machine}.txt
            ${CMAKE_CROSSCOMPILING_EMULATOR} $<TARGET_FILE:conformance-${machine}>)
    # The sanitizers' status is not to be taken for that of a case that has failed.
    set_tests_properties(conformance.${machine} PROPERTIES LABELS conformance TIMEOUT 300
        FIXTURES_SETUP transcript-${machine} ENVIRONMENT ASAN_OPTIONS=exitcode=99)
endfunction()
