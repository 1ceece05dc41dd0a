#!/usr/bin/env bash
# The C linters over our files (those that git knows).
#
#   tools/lint.sh format         fails if clang-format would change a file
#   tools/lint.sh reformat       changes the files
#   tools/lint.sh tidy BUILD...  clang-tidy, by the compile_commands.json of each build folder
set -euo pipefail
cd "$(dirname "$0")/.."

# clang-format's idea of the same style changes from version to version.
format() {
    clang-format --version | grep -q 'version 14\.' || {
        echo "lint: needs clang-format 14 (that of Debian 12), found: $(clang-format --version)" >&2
        exit 1
    }
    git ls-files -z '*.c' '*.h' | xargs -0 clang-format "$@"
}

# The command lines were written for gcc; clang needs to be told its target's name and headers.
tidy() {
    local build=$1 arguments=()
    if grep -q arm-none-eabi-gcc "$build/compile_commands.json"; then
        arguments=(--extra-arg-before=--target=arm-none-eabi
            --extra-arg=-isystem/usr/include/newlib)
    fi
    # What this build compiles of what is shipped: the tests' doubles fail a test where a pointer is
    # null, which the analyzer cannot know.
    git ls-files 'src/*.c' 'stack/*.c' 'port/*.c' 'drivers/*.c' 'boards/*.c' \
        ':!stack/fake' ':!port/test' |
        while read -r file; do
            ! grep -q "\"$PWD/$file\"" "$build/compile_commands.json" || echo "$file"
        done |
        xargs -r -P 2 -n 2 clang-tidy --quiet -p "$build" "${arguments[@]}" \
            2> >(grep -v 'warnings\? generated' >&2)
}

case "${1:-}" in
format) format --dry-run -Werror ;;
reformat) format -i ;;
tidy)
    shift
    for build; do
        tidy "$build" || failed=yes
    done
    [ -z "${failed:-}" ]
    ;;
*) echo "usage: $0 format | reformat | tidy BUILD..." >&2; exit 2 ;;
esac
