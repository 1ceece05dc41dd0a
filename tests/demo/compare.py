#!/usr/bin/env python3
"""Compares what the demo has shown on several boards: the same lines typed, the same answers.

    compare.py TRANSCRIPT TRANSCRIPT...

What may differ is what the demo has on one day and not on the next: ports, dates, how long it took,
and the line in which MicroPython tells its board's name.
"""

import difflib
import re
import sys
from pathlib import Path

LEAST_LINES = 100
MAY_DIFFER = [
    (r"(?<=10\.0\.2\.2['\"], )\d+", "PORT"),
    (r"(?<='fec0::2', )\d+", "PORT"),
    (r"(?<=\[::1\], port )\d+", "PORT"),
    (r"(?<=Date: ).*? GMT", "DATE"),
    (r"(?<=Last-Modified: ).*? GMT", "DATE"),
    (r'(?<=ETag: )"[0-9a-f-]+"', "ETAG"),
    (r"(?<=10 MB in )[0-9.]+ s", "SECONDS"),
    (r"(?<=^MicroPython ).* with .*$", "VERSION"),
]


def session_of(path):
    text = Path(path).read_text()
    for pattern, name in MAY_DIFFER:
        text = re.sub(pattern, name, text, flags=re.MULTILINE)
    return [line + "\n" for line in text.split("\n")]


def main():
    paths = sys.argv[1:]
    if len(paths) < 2:
        sys.exit(__doc__)
    sessions = [session_of(path) for path in paths]
    for path, session in zip(paths, sessions):
        if len(session) < LEAST_LINES:
            sys.exit(f"{path}: {len(session)} lines are no session")
        sys.stdout.writelines(difflib.unified_diff(sessions[0], session, paths[0], path))
    if any(session != sessions[0] for session in sessions):
        return 1
    print(f"{len(sessions[0])} lines, the same on {len(paths)} boards")
    return 0


if __name__ == "__main__":
    sys.exit(main())
