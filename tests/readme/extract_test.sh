#!/bin/sh
# Shows what extract takes for a program, and what it refuses.
set -eu
extract=$(dirname "$0")/extract
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mark='<!-- program: a.c -->'
failures=0

expect() { # expect PROGRAM|nothing LINE...: the lines of a README
    want=$1
    shift
    printf '%s\n' "$@" >"$work/README.md"
    got=nothing
    if "$extract" "$work/README.md" a.c "$work/a.c" 2>"$work/errors"; then
        got=$(cat "$work/a.c")
    fi
    [ "$got" = "$want" ] || { echo "expected $want, got $got, from:" "$@"; failures=1; }
}

expect 'int a;' "$mark" '```c' 'int a;' '```'
expect 'int a;' '```c' 'int b;' '```' "$mark" '' '```c' 'int a;' '```' '```c' 'int c;' '```'
expect nothing 'no program at all'
expect nothing '```c' 'int a;' '```'
expect 'a = 1' "$mark" '```python' 'a = 1' '```'
expect nothing "$mark" '```' 'int a;' '```'
expect nothing '<!-- program: b.c -->' '```c' 'int b;' '```'
expect nothing "$mark" '```c' 'int a;' '```' "$mark" '```c' 'int a;' '```'
rm "$work/README.md"
! "$extract" "$work/README.md" a.c "$work/a.c" 2>"$work/errors" || failures=1
exit $failures
