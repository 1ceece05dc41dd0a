#!/usr/bin/env python3
"""Runs the tests of MicroPython's `socket` module on a board in QEMU.

Each test_*.py here is a program for the board, run through the raw REPL after a soft reset. It has
failed if it raises, if it prints something that is no request, or if it does not end in time. With
--mpy-dir MicroPython's own tests of sockets, select and asyncio run, too.
"""

import argparse
import os
import re
import shlex
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent.parent / "demo"))

from board import DEFAULT_MACHINE, MACHINES, Board, BoardError, qemu_command  # noqa: E402
from host import UdpEcho  # noqa: E402

TIMEOUT_S = 60
THEIR_TIMEOUT_S = 600
SOFT_RESET = "# ---- soft reset ----\n"
CTRL_C = "@ctrl-c"  # a program prints it: send Ctrl-C when I wait
EXPECTED_TRACEBACK = (rb"Traceback \(most recent call last\):\r\n(  .*\r\n)+"
                      rb"ValueError: expected in the output\r\n")
MPY_TESTS = ["extmod/socket_*.py", "extmod/select_*.py", "extmod/asyncio_*.py"]


class TestFailed(Exception):
    """What the program on the board has shown to be wrong."""


class TcpEcho:
    """Sends every byte back, on 127.0.0.1 and ::1; daemon threads, one for each connection."""

    def __init__(self):
        self.listeners = []
        self.port = None

    def start(self):
        v4 = socket.create_server(("127.0.0.1", 0))
        self.port = v4.getsockname()[1]
        v6 = socket.create_server(("::1", self.port), family=socket.AF_INET6)
        self.listeners = [v4, v6]
        for listener in self.listeners:
            threading.Thread(target=self._accept, args=(listener,), daemon=True).start()

    def _accept(self, listener):
        while True:
            connection, _ = listener.accept()
            threading.Thread(target=self._echo, args=(connection,), daemon=True).start()

    @staticmethod
    def _echo(connection):
        with connection:
            try:
                while data := connection.recv(65536):
                    connection.sendall(data)
            except OSError:
                pass  # the board may reset the connection


def run_program(board, program):
    """One program on the board; sends Ctrl-C whenever it asks for it."""
    board.start_program(program)
    deadline = time.monotonic() + TIMEOUT_S
    output = b""
    while not output.endswith(b"\x04"):
        piece = board.read_until_any((b"\n", b"\x04"), max(deadline - time.monotonic(), 0))
        if piece.strip() == CTRL_C.encode():
            time.sleep(0.1)  # the program is now in the call that is to be interrupted
            board.send(b"\x03")
            continue
        output += piece
    error = board.read_until(b"\x04>", TIMEOUT_S)[:-2].decode(errors="replace")
    if error:
        raise TestFailed(error.strip())
    rest = re.sub(EXPECTED_TRACEBACK, b"", output[:-1])
    if rest:
        raise TestFailed(f"printed {rest!r}")


def soft_reset(board):
    board.send(b"\x04")
    board.read_until(b"raw REPL; CTRL-B to exit\r\n>", TIMEOUT_S)


def run_test(board, path, prelude):
    for part in path.read_text().split(SOFT_RESET):
        soft_reset(board)
        run_program(board, prelude)
        run_program(board, part)


def start_board(machine, firmware):
    board = Board(machine, firmware)
    board.start()
    board.wait_for_prompt()
    board.enter_raw_repl()
    return board


def run_ours(machine, firmware, names):
    """Our tests; returns how many passed and failed."""
    tcp_echo, udp_echo = TcpEcho(), UdpEcho()
    tcp_echo.start()
    udp_echo.start()
    prelude = (f"HOST = '10.0.2.2'\nHOST6 = 'fec0::2'\nTCP_ECHO = {tcp_echo.port}\n"
               f"UDP_ECHO = {udp_echo.port}\n" + (HERE / "support.py").read_text())
    paths = [path for path in sorted(HERE.glob("test_*.py"))
             if not names or path.stem in names]
    passed, board = 0, start_board(machine, firmware)
    try:
        for path in paths:
            start = time.monotonic()
            try:
                run_test(board, path, prelude)
            except (TestFailed, BoardError) as error:
                print(f"FAIL {path.stem}\n    " + str(error).replace("\n", "\n    "), flush=True)
                board.stop()  # what state it is in nobody knows
                board = start_board(machine, firmware)
            else:
                passed += 1
                print(f"pass {path.stem} ({time.monotonic() - start:.1f} s)", flush=True)
    finally:
        board.stop()
        udp_echo.stop()
    return passed, len(paths) - passed


def run_theirs(machine, firmware, mpy_dir):
    """MicroPython's own tests, with its own runner, which wants a terminal (QEMU's -serial pty) and
    is kept from writing into its folder."""
    tests = Path(mpy_dir).resolve() / "tests"
    files = [path.relative_to(tests) for glob in MPY_TESTS for path in sorted(tests.glob(glob))]
    qemu = shlex.join(qemu_command(machine, os.path.abspath(firmware), serial="pty"))
    results = tempfile.mkdtemp(prefix="microsockets-test-")
    runner = subprocess.Popen(
        [sys.executable, "run-tests.py", "-t", "execpty:" + qemu, "--result-dir", results,
         *map(str, files)],
        cwd=tests, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
        env=dict(os.environ, PYTHONDONTWRITEBYTECODE="1"))
    try:
        output, _ = runner.communicate(timeout=THEIR_TIMEOUT_S)
    except subprocess.TimeoutExpired:
        runner.send_signal(signal.SIGINT)  # it ends its QEMU, which a kill would leave
        output, _ = runner.communicate(timeout=TIMEOUT_S)
    finally:
        shutil.rmtree(results)
    lines = output.splitlines()
    passed = [line for line in lines if line.startswith("pass ")]
    failed = [line for line in lines if line.startswith("FAIL ")]
    for line in passed + failed:
        print(line)
    if runner.returncode != 0 and not failed:
        failed = ["the runner itself"]
        print(output)
    return len(passed), len(failed)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--firmware", required=True, help="the ELF file for the board")
    parser.add_argument("--machine", choices=MACHINES, default=DEFAULT_MACHINE)
    parser.add_argument("--mpy-dir", help="MicroPython's source: runs its tests of sockets too")
    parser.add_argument("names", nargs="*", help="run only these tests of ours (test_poll)")
    arguments = parser.parse_args()
    passed, failed = run_ours(arguments.machine, arguments.firmware, arguments.names)
    if arguments.mpy_dir:
        theirs = run_theirs(arguments.machine, arguments.firmware, arguments.mpy_dir)
        passed, failed = passed + theirs[0], failed + theirs[1]
    print(f"{passed} passed, {failed} failed")
    return 0 if failed == 0 and passed > 0 else 1


if __name__ == "__main__":
    sys.exit(main())
