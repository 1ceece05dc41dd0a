#!/usr/bin/env python3
"""compare.py KERNEL.txt OTHER.txt...: compares transcripts of the conformance cases.

Prints one matrix, a row for each case and a column for each transcript, and the lines that differ.
Fails if a case differs from the first transcript, the oracle, and is not in differences.txt beside
this program; or if it is there and does not differ; or if the oracle itself fails a case.
"""
import difflib
import pathlib
import sys

DIFFERENCES = pathlib.Path(__file__).with_name("differences.txt")


def read_transcript(path):
    """The lines of each case by its name; the last one is its verdict."""
    cases = {}
    lines = None
    for line in pathlib.Path(path).read_text(errors="replace").splitlines():
        if line.startswith("case "):
            lines = cases.setdefault(line[5:], [])
        elif lines is not None and line.startswith(("  ", "ok ", "not ok ")):
            lines.append(line)
    return cases


def read_differences():
    """The reason of each case that is known to differ."""
    reasons = {}
    for line in DIFFERENCES.read_text().splitlines():
        if line and not line.startswith("#"):
            case, _, reason = line.partition(":")
            reasons[case.strip()] = reason.strip()
    return reasons


def verdict(lines):
    """How a case ended on a machine."""
    if not lines:
        return "missing"
    return "ok" if lines[-1].startswith("ok ") else "FAILS"


def cell(lines, oracle):
    """How a case ended, beside the oracle's transcript."""
    if lines == oracle:
        return verdict(lines)
    return "DIFFERS" if verdict(lines) == "ok" else verdict(lines)


def print_matrix(names, paths, table):
    width = max(map(len, names))
    heads = [pathlib.Path(path).stem for path in paths]
    print(" " * width, *(f"{head:>10}" for head in heads))
    for name in names:
        print(f"{name:{width}}", *(f"{entry:>10}" for entry in table[name]))


def main():
    if len(sys.argv) < 3:
        sys.exit(__doc__)
    paths = sys.argv[1:]
    transcripts = [read_transcript(path) for path in paths]
    oracle, others = transcripts[0], transcripts[1:]
    reasons = read_differences()
    names = sorted(set().union(*transcripts))
    if not names:
        sys.exit("no cases")
    table = {name: [verdict(oracle.get(name))] +
             [cell(other.get(name), oracle.get(name)) for other in others] for name in names}
    print_matrix(names, paths, table)

    faults = [f"{name}: the oracle {table[name][0]}" for name in names if table[name][0] != "ok"]
    for name in names:
        differing = [(path, other) for path, other in zip(paths[1:], others)
                     if other.get(name) != oracle.get(name)]
        if differing and name not in reasons:
            faults.append(f"{name}: differs")
            for path, other in differing:
                print(f"\n{name}")
                print("\n".join(difflib.unified_diff(oracle.get(name, []), other.get(name, []),
                                                     paths[0], path, lineterm="", n=1)))
        if not differing and name in reasons:
            faults.append(f"{name}: is in {DIFFERENCES.name}, but does not differ")
    faults += [f"{name}: is in {DIFFERENCES.name}, but is no case"
               for name in reasons if name not in names]
    print(f"\n{len(names)} cases, {len(reasons)} known differences, {len(faults)} faults")
    print("\n".join(faults))
    sys.exit(1 if faults else 0)


main()
