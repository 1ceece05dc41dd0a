#!/bin/sh
# Follows README's "Your own program on a board" to the letter, in a folder of its own, and sees that
# an image comes out. The image itself is the one that other tests run.
#
#   own_program.sh LWIP_DIR
set -eu
here=$(cd "$(dirname "$0")" && pwd)
root=$(cd "$here/../.." && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT

"$here/extract" "$root/README.md" http_get.c "$work/http_get.c"
"$here/extract" "$root/README.md" CMakeLists.txt "$work/CMakeLists.txt"
ln -s "$root" "$work/microsockets"
cd "$work"
command=$(sed -n 's/^    \(cmake -B build -DCMAKE_TOOLCHAIN_FILE=.*\) && cmake --build build$/\1/p' \
    "$root/README.md")
[ -n "$command" ] || { echo "own_program: README.md has no such command" >&2; exit 1; }
$command -DLWIP_DIR="$1" >configure.log 2>&1 || { cat configure.log >&2; exit 1; }
cmake --build build -j 2 >build.log 2>&1 || { tail -n 30 build.log >&2; exit 1; }
[ -s build/http_get.elf ] || { echo "own_program: there is no image" >&2; exit 1; }

# Without the toolchain file it says what is missing.
if cmake -B other -DLWIP_DIR="$1" >other.log 2>&1 || ! grep -q CMAKE_TOOLCHAIN_FILE other.log; then
    echo "own_program: configured for a board with the host's compiler" >&2
    exit 1
fi
echo "ok: README's own program builds"
