#!/bin/sh
# Builds MicroPython's firmware for the board mps2-an385 with the `socket` module of microsockets.
#
#   bindings/micropython/build.sh MICROPYTHON_DIR LWIP_DIR OUTDIR
#
# makes OUTDIR/firmware.elf. The two source folders are only read. Called again, it builds what has
# changed. Another make than `make` is taken from the environment: MAKE="make -j4".
set -eu

if [ $# -ne 3 ]; then
    echo "usage: $0 MICROPYTHON_DIR LWIP_DIR OUTDIR" >&2
    exit 2
fi
here=$(cd "$(dirname "$0")" && pwd)
micropython=$(cd "$1" && pwd)
lwip=$(cd "$2" && pwd)
mkdir -p "$3"
out=$(cd "$3" && pwd)

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
unset MAKEOVERRIDES BUILD
make="${MAKE:-make -j$(nproc)}"
# MicroPython's Python tools would leave compiled files beside themselves.
export PYTHONDONTWRITEBYTECODE=1

# MicroPython's make does not see a change of what is named on the command line alone: the
# configuration header, the folders of the sources. Then all is made anew.
stamp="$micropython $lwip $(cat "$here/ms_mpconfig.h" "$here/micropython.mk" "$0" | cksum)"
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
    $make -C "$micropython/mpy-cross" BUILD="$out/mpy-cross"
quietly "building the firmware (microsockets, lwIP, MicroPython)" \
    $make -C "$micropython/ports/qemu" BOARD=MPS2_AN385 BUILD="$out/build" \
    MICROPY_MPYCROSS="$out/mpy-cross/mpy-cross" USER_C_MODULES="$here/.." \
    FROZEN_MANIFEST="$here/manifest.py" MICROPY_HEAP_SIZE=1048576 MSOCK_LWIP_DIR="$lwip" \
    CFLAGS_EXTRA="-I$here -DMP_CONFIGFILE='\"ms_mpconfig.h\"'"
cp "$out/build/firmware.elf" "$out/firmware.elf.new"
mv "$out/firmware.elf.new" "$out/firmware.elf"
echo "built $out/firmware.elf"
"${CROSS_COMPILE:-arm-none-eabi-}size" "$out/firmware.elf"
