#!/usr/bin/env python3
"""size.py MAP [--max-flash BYTES]: where an image's flash and RAM go, from the linker's map.

The socket layer is what microsockets adds to lwIP: src/ and the adapter's stk_*.c. With --max-flash
the status is 1 if its flash is more than that.
"""
import argparse
import collections
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FLASH = ("text", "rodata", "data", "init_array", "vectors")
RAM = ("data", "bss", "COMMON", "noinit")

# A section of an object: its name (with a long one the rest is on the next line), address, size and
# file.
SECTION = re.compile(r"^ (\.?[A-Za-z_][\w.*-]*)\s+0x[0-9a-f]+\s+0x([0-9a-f]+) (\S+)$")
MEMBER = re.compile(r"([^/()]+)\.o(?:bj)?\)?$")


def names(folder, pattern):
    return {path.name for path in (ROOT / folder).glob(pattern)}


CORE = names("src", "*.c")
ADAPTER = names("stack/lwip", "stk_*.c")
GLUE = names("drivers", "*.c") | names("stack/lwip", "lwip_*.c")
LAYERS = [
    "socket layer: core",
    "socket layer: adapter",
    "drivers and netif",
    "board",
    "lwIP",
    "program and C library",
]


def layer_of(file):
    """In the library's archive sources are told by their names, which are not lwIP's."""
    member = MEMBER.search(file)
    source = member.group(1) if member else ""
    if "libmsock" not in file:
        return "board" if "-machine.dir" in file else "program and C library"
    for layer, sources in zip(LAYERS, (CORE, ADAPTER, GLUE)):
        if source in sources:
            return layer
    return "lwIP"


def sections(map_file):
    """(name, bytes, file) of every section that is in the image."""
    text = map_file.read_text().split("Linker script and memory map", 1)[1]
    text = re.sub(r"^( \.\S+)\n\s+(0x)", r"\1 \2", text, flags=re.MULTILINE)
    for line in text.splitlines():
        match = SECTION.match(line)
        if match:
            yield match.group(1), int(match.group(2), 16), match.group(3)


def measure(map_file):
    flash, ram = collections.Counter(), collections.Counter()
    for name, size, file in sections(map_file):
        kind = name.lstrip(".").split(".")[0]
        layer = layer_of(file)
        flash[layer] += size if kind in FLASH else 0
        ram[layer] += size if kind in RAM else 0
    return flash, ram


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("map", type=pathlib.Path)
    parser.add_argument("--max-flash", type=int)
    arguments = parser.parse_args()
    if not arguments.map.exists():
        sys.exit(f"size: there is no {arguments.map}: `make test` builds the images")
    flash, ram = measure(arguments.map)
    print(f"{arguments.map.stem + ', bytes':34}{'flash':>9}{'RAM':>9}")
    for layer in LAYERS:
        print(f"{layer:34}{flash[layer]:9}{ram[layer]:9}")
    layer_flash = sum(size for layer, size in flash.items() if layer.startswith("socket layer"))
    print(f"{'the socket layer':34}{layer_flash:9}")
    if layer_flash == 0:
        sys.exit("size: the map has nothing of the socket layer")
    if arguments.max_flash and layer_flash > arguments.max_flash:
        sys.exit(f"size: the socket layer is larger than {arguments.max_flash} bytes")


main()
