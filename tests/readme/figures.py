#!/usr/bin/env python3
"""Compares the figures that README gives of the conformance suite with what is there."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
SUITE = ROOT / "tests" / "conformance"


def main():
    cases = len(list(SUITE.glob("*-*.c")))
    lines = (SUITE / "differences.txt").read_text().splitlines()
    different = len([line for line in lines if line and not line.startswith("#")])
    readme = (ROOT / "README.md").read_text()
    found = re.search(r"(\d+) of (\d+) behaviours", readme)
    want = (str(cases - different), str(cases))
    if not found or found.groups() != want:
        sys.exit(f"README.md should say: {want[0]} of {want[1]} behaviours")
    # The other side of this is tests/micropython's and the demo's: they print it and check it.
    if 's.send(b"GET /foo HTTP/1.0\\r\\n\\r\\n")\n    21\n' not in readme:
        sys.exit("README.md: send() of this request gives 21")
    print(f"ok: {want[0]} of {want[1]}")


main()
