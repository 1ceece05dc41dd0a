# msock_third_party(<variable> <package>): where a third party's sources are. Fetched, unless the
# user has set the variable.
function(msock_third_party variable package)
    set(${variable} "" CACHE PATH "Sources of ${package}; empty: they are fetched")
    if(${variable})
        return()
    endif()
    set(folder ${microsockets_BINARY_DIR}/third_party/${package})
    execute_process(COMMAND ${microsockets_SOURCE_DIR}/tools/fetch.sh ${package} ${folder}
        COMMAND_ERROR_IS_FATAL ANY)
    set(${variable} ${folder} PARENT_SCOPE)
endfunction()
