#!/bin/sh
# clang-tidy over a board's own files and its drivers. GCC's way to choose a C library, which clang does
# not know, is taken out of the build's commands.
#
#   tidy_board.sh BUILD [OPTION OF CLANG-TIDY]... FILE...
set -eu
build=$1
shift
mkdir -p "$build/tidy"
sed 's/--specs=[^ ]*//' "$build/compile_commands.json" >"$build/tidy/compile_commands.json"
exec clang-tidy --quiet -p "$build/tidy" "$@"
