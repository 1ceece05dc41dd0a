#!/bin/sh
# Counts what each board consists of: files, and lines that are neither empty nor comment.
#
#   boards/lines.sh                          prints a table
#   boards/lines.sh --check docs/porting.md  fails if the text has not this table
set -eu
here=$(dirname "$0")

code_lines() { # code_lines FILE...
    cat "$@" | perl -0777 -ne 's{/\*.*?\*/}{}gs; print scalar(grep { /\S/ && !/^\s*#\s/ } split /\n/), "\n"'
}

table() {
    echo '| Board | Files | Lines of code |'
    echo '|---|---|---|'
    for board in "$here"/*/; do
        set -- "$board"*
        echo "| \`$(basename "$board")\` | $# | $(code_lines "$@") |"
    done
}

case "${1:-}" in
'') table ;;
--check)
    table | while read -r line; do
        grep -qxF "$line" "$2" || { echo "$2: should have: $line" >&2; exit 1; }
    done
    ;;
*) echo "usage: $0 [--check FILE]" >&2; exit 2 ;;
esac
