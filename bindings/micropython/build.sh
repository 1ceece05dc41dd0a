#!/bin/sh
# Builds MicroPython's firmware for a board with the `socket` module of microsockets.
#
#   bindings/micropython/build.sh [--board BOARD] MICROPYTHON_DIR LWIP_DIR OUTDIR
#
# makes OUTDIR/BOARD/firmware.elf. BOARD is a folder of boards/, here; without it, mps2-an385. The
# two source folders are only read. Called again, it builds what has changed; the boards of one
# OUTDIR share a cross compiler, so they are built one after the other. Another make than `make` is
# taken from the environment: MAKE="make -j4".
set -eu

here=$(cd "$(dirname "$0")" && pwd)
board=mps2-an385
if [ "${1:-}" = --board ] && [ $# -gt 1 ]; then
    board=$2
    shift 2
fi
if [ $# -ne 3 ] || [ ! -d "$here/boards/$board" ]; then
    echo "usage: $0 [--board BOARD] MICROPYTHON_DIR LWIP_DIR OUTDIR" >&2
    echo "boards:" $(ls "$here/boards") >&2
    exit 2
fi
micropython=$(cd "$1" && pwd)
lwip=$(cd "$2" && pwd)
mkdir -p "$3/$board"
tools=$(cd "$3" && pwd)
out=$tools/$board

require() { # require FILE WHAT: stops if the file is not there
    [ -e "$1" ] || { echo "build.sh: $2: there is no $1" >&2; exit 1; }
}
require "$micropython/ports/qemu/Makefile" "MICROPYTHON_DIR should be MicroPython's source, 1.25"
require "$lwip/src/core/tcp.c" "LWIP_DIR should be lwIP's source, 2.2"

# Variables of a make that has called us (LWIP_DIR=..., BUILD=...) are not for MicroPython's; its
# options and shared jobs are.
MAKEFLAGS="${MAKEFLAGS:-}"
MAKEFLAGS="${MAKEFLAGS%%-- *}"
export MAKEFLAGS
unset MAKEOVERRIDES BUILD BOARD
make="${MAKE:-make -j$(nproc)}"
# MicroPython's Python tools would leave compiled files beside themselves.
export PYTHONDONTWRITEBYTECODE=1

# MicroPython's make does not see a change of what is named on the command line alone: the
# configuration header, the folders of the sources. Then all is made anew.
stamp="$micropython $lwip $(cat "$here/ms_mpconfig.h" "$here/micropython.mk" \
    "$here/boards/$board/mpconfigboard.mk" "$here/boards/$board/cpu.h" "$0" | cksum)"
if [ "$stamp" != "$(cat "$out/stamp" 2>/dev/null)" ]; then
    rm -rf "$out/build"
    echo "$stamp" >"$out/stamp"
fi

# Runs a make, whose words are shown only if it fails.
quietly() { # quietly WHAT COMMAND...
    what=$1
    shift
    echo "$what"
    "$@" >"$out/build.log" 2>&1 || { tail -n 40 "$out/build.log" >&2; exit 1; }
}

quietly "building MicroPython's cross compiler" \
    $make -C "$micropython/mpy-cross" BUILD="$tools/mpy-cross"
quietly "building the firmware for $board (microsockets, lwIP, MicroPython)" \
    $make -C "$micropython/ports/qemu" BOARD="$board" BOARD_DIR="$here/boards/$board" \
    BUILD="$out/build" MICROPY_MPYCROSS="$tools/mpy-cross/mpy-cross" USER_C_MODULES="$here/.." \
    FROZEN_MANIFEST="$here/manifest.py" MICROPY_HEAP_SIZE=1048576 MSOCK_LWIP_DIR="$lwip" \
    CFLAGS_EXTRA="-I$here -DMP_CONFIGFILE='\"ms_mpconfig.h\"'"
cp "$out/build/firmware.elf" "$out/firmware.elf.new"
mv "$out/firmware.elf.new" "$out/firmware.elf"
echo "built $out/firmware.elf"
size "$out/firmware.elf"
