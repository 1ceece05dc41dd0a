# msock_add_library(<name> STACK <lwip|fake> PORT <none|test|...> [BOARD <board>] [DEFINES X=Y...])
#
# The library in one configuration: one stack, one port, one board, and options of msock_config.h
# and lwipopts.h in DEFINES. Several can be built side by side. Makes:
#   <name>           what a program links: the sockets, the stack, the port and the board
#   <name>-internal  the headers inside, for tests that look at the seams
# Without BOARD the program brings what the port asks of a board (port/<port>/port_impl.h), and adds
# the folder of its lwipopts.h: target_include_directories(<name>-internal INTERFACE ...).

# Ours must pass these. Third parties' code is compiled with its own flags. In another's project a
# compiler that we have not seen may warn, but not stop the build.
set(MSOCK_WARNINGS -Wall -Wextra -Wconversion -Wshadow)
if(PROJECT_IS_TOP_LEVEL)
    list(APPEND MSOCK_WARNINGS -Werror)
endif()

function(msock_add_library name)
    cmake_parse_arguments(PARSE_ARGV 1 arg "" "STACK;PORT;BOARD" "DEFINES")
    set(root ${microsockets_SOURCE_DIR}) # wherever the caller is
    foreach(setting DRIVERS OS_DRIVERS OPTIONS LINK_OPTIONS LINK_SCRIPT)
        set(BOARD_${setting} "")
    endforeach()
    if(arg_BOARD)
        include(${root}/cmake/boards/${arg_BOARD}.cmake)
        set(board_folder ${root}/boards/${arg_BOARD})
    endif()

    # Headers and options, the same for all parts of this configuration.
    add_library(${name}-internal INTERFACE)
    target_compile_definitions(${name}-internal INTERFACE ${arg_DEFINES})
    target_compile_options(${name}-internal INTERFACE ${BOARD_OPTIONS})
    target_include_directories(${name}-internal INTERFACE
        ${root}/include ${root}/src ${root}/stack ${root}/stack/${arg_STACK} ${root}/port
        ${root}/port/${arg_PORT} ${root}/drivers ${board_folder})

    # What is standard C: the core, the adapter, the drivers.
    file(GLOB sources CONFIGURE_DEPENDS ${root}/src/*.c ${root}/stack/${arg_STACK}/*.c)
    foreach(driver IN LISTS BOARD_DRIVERS)
        list(APPEND sources ${root}/drivers/${driver}.c)
    endforeach()
    add_library(${name} STATIC ${sources})
    set_target_properties(${name} PROPERTIES C_STANDARD 11 C_EXTENSIONS OFF)
    target_link_libraries(${name} PRIVATE ${name}-internal)
    target_compile_options(${name} PRIVATE ${MSOCK_WARNINGS} PUBLIC ${BOARD_OPTIONS})
    target_compile_definitions(${name} PUBLIC ${arg_DEFINES})
    target_include_directories(${name} PUBLIC ${root}/include ${board_folder})
    # The compiler's options at the link too: they choose among the C library's builds.
    target_link_options(${name} INTERFACE ${BOARD_OPTIONS} ${BOARD_LINK_OPTIONS})
    set_property(TARGET ${name} APPEND PROPERTY INTERFACE_LINK_DEPENDS ${BOARD_LINK_SCRIPT})

    # What knows its machine may use GNU C and the system's headers. Its objects go into the program
    # as they are, and not through the archive: nothing refers to a vector table.
    file(GLOB sources CONFIGURE_DEPENDS ${root}/port/${arg_PORT}/*.c)
    foreach(driver IN LISTS BOARD_OS_DRIVERS)
        list(APPEND sources ${root}/drivers/${driver}.c)
    endforeach()
    if(arg_BOARD)
        file(GLOB board_sources CONFIGURE_DEPENDS ${board_folder}/*.c ${board_folder}/*.S)
        list(APPEND sources ${board_sources})
    endif()
    if(sources)
        add_library(${name}-machine OBJECT ${sources})
        set_target_properties(${name}-machine PROPERTIES C_STANDARD 11)
        target_link_libraries(${name}-machine PRIVATE ${name}-internal)
        target_compile_options(${name}-machine PRIVATE
            "$<$<COMPILE_LANGUAGE:C>:${MSOCK_WARNINGS}>")
        target_sources(${name} INTERFACE $<TARGET_OBJECTS:${name}-machine>)
    endif()

    if(arg_STACK STREQUAL lwip)
        msock_add_lwip(${name})
    endif()
endfunction()

# lwIP itself, in the configuration of the library <name>, and into its archive.
#
# The list of files is made here: including lwIP's Filelists.cmake would write into its folder.
function(msock_add_lwip name)
    msock_third_party(LWIP_DIR lwip)
    file(GLOB sources ${LWIP_DIR}/src/core/*.c ${LWIP_DIR}/src/core/ipv4/*.c
        ${LWIP_DIR}/src/core/ipv6/*.c)
    if(NOT sources)
        message(FATAL_ERROR "There is no lwIP in LWIP_DIR (${LWIP_DIR})")
    endif()
    add_library(${name}-lwip OBJECT ${sources} ${LWIP_DIR}/src/netif/ethernet.c)
    target_link_libraries(${name}-lwip PRIVATE ${name}-internal)
    target_include_directories(${name}-internal SYSTEM INTERFACE ${LWIP_DIR}/src/include)
    target_sources(${name} PRIVATE $<TARGET_OBJECTS:${name}-lwip>)
endfunction()

# msock_add_program(<name> <library> <source>...): a program of ours on one configuration.
function(msock_add_program name library)
    add_executable(${name} ${ARGN})
    set_target_properties(${name} PROPERTIES C_STANDARD 11)
    target_link_libraries(${name} PRIVATE ${library})
    target_compile_options(${name} PRIVATE ${MSOCK_WARNINGS})
endfunction()
