#!/usr/bin/env bash
# Installs the Debian packages that are missing. With none missing it calls no apt, so that it works
# off-line too.
#
#   tools/setup.sh demo [BOARD]   what `make demo` needs
#   tools/setup.sh test           what `make test` needs, on all boards
set -euo pipefail

# A board: its C compiler and library, and its emulator.
declare -A boards=(
    [mps2-an385]="gcc-arm-none-eabi libnewlib-arm-none-eabi qemu-system-arm"
    [pc-i386]="gcc-multilib libc6-dev-i386 qemu-system-x86"
    [riscv-virt]="gcc-riscv64-unknown-elf picolibc-riscv64-unknown-elf qemu-system-misc"
)
# The demo, on top of its board: a C compiler for this machine (MicroPython's own tools), a web server
# (its program only: no service is started), and what unpacks a Debian source package.
demo="gcc libc6-dev make apache2-bin python3 dpkg-dev xz-utils debian-archive-keyring"
# The tests, on top of that: build system, unit test library, linters, the tests' serial lines.
test="cmake ninja-build libcmocka-dev clang-format clang-tidy git python3-serial util-linux iproute2"

board=${2:-mps2-an385}
case "${1:-test}" in
demo)
    [ -n "${boards[$board]:-}" ] || {
        echo "setup: there is no board $board, but: ${!boards[*]}" >&2
        exit 2
    }
    wanted="${boards[$board]} $demo"
    ;;
test) wanted="${boards[*]} $demo $test" ;;
*) echo "usage: $0 [demo [BOARD] | test]" >&2; exit 2 ;;
esac

if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
    echo "setup: this is not a Debian; going on, with what is here under these packages' names:" >&2
    echo $wanted >&2
    exit 0
fi

missing=""
for package in $wanted; do
    state=$(dpkg-query -W -f='${db:Status-Status}' "$package" 2>/dev/null || true)
    [ "$state" = installed ] || missing="$missing $package"
done
[ -n "$missing" ] || exit 0

install="apt-get install -y --no-install-recommends$missing"
echo "setup: missing:$missing"
if [ "$(id -u)" = 0 ]; then
    as_root=""
elif command -v sudo >/dev/null; then
    as_root="sudo"
else
    echo "setup: please run this as root, and start again:" >&2
    echo "    apt-get update && $install" >&2
    exit 1
fi

echo "setup: apt-get update"
$as_root apt-get update -qq
echo "setup: $install"
$as_root env DEBIAN_FRONTEND=noninteractive $install -qq
