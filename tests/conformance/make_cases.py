#!/usr/bin/env python3
"""make_cases.py OUT FILES...: writes the table of conformance cases.

Each file a-b-c.c must hold CONFORMANCE_CASE(a_b_c), and no other case.
"""
import pathlib
import re
import sys


def case_of(path):
    """The name of the function in a case's file, which is that of the file."""
    want = path.stem.replace("-", "_")
    found = re.findall(r"^CONFORMANCE_CASE\((\w+)\)", path.read_text(), re.MULTILINE)
    if found != [want]:
        sys.exit(f"{path}: has {found}, should have CONFORMANCE_CASE({want})")
    return want


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    paths = sorted(map(pathlib.Path, sys.argv[2:]), key=lambda path: path.stem)
    cases = [(path.stem, case_of(path)) for path in paths]
    lines = ['#include "conformance.h"', ""]
    lines += [f"void case_{function}(void);" for _, function in cases]
    lines += ["", "const struct conformance_case conformance_cases[] = {"]
    lines += [f'    {{"{name}", case_{function}}},' for name, function in cases]
    lines += ["};", f"const size_t conformance_case_count = {len(cases)};", ""]
    pathlib.Path(sys.argv[1]).write_text("\n".join(lines))


main()
