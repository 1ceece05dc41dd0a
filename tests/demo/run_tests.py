#!/usr/bin/env python3
"""Tests of the demo, without a terminal: what it shows, what was on the wire, what it leaves.

The demo checks the board's answers itself; here they are read again in its transcript, so that a
demo that checks nothing fails too.
"""

import argparse
import hashlib
import os
import pty
import re
import signal
import struct
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
DEMO = HERE.parent.parent / "demo"
sys.path.insert(0, str(DEMO))

from board import DEFAULT_MACHINE, MACHINES  # noqa: E402
from host import BIG_BYTES, PAGE, big_content  # noqa: E402

LARGEST_WINDOW = 8192
BOARD_MAC = bytes.fromhex("525400123456")  # QEMU's default
TIMEOUT_S = 200
EBADF = "OSError: [Errno 9] EBADF"
arguments = None


def check(what, is_true):
    if not is_true:
        raise AssertionError(what)


# ---- Processes ---------------------------------------------------------------------------------


def processes_of(mark):
    """The processes that have the mark in their environment: the demo and all it has started."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            if mark.encode() in (folder / "environ").read_bytes():
                found.append((folder / "comm").read_text().strip())
        except OSError:
            pass  # it has ended, or is not ours
    return found


class Demo:
    """One run of the demo, all of whose processes can be told from others."""

    def __init__(self, *options, terminal=None, firmware=None):
        self.mark = f"DEMO_TEST_MARK={os.getpid()}-{time.monotonic_ns()}"
        name, value = self.mark.split("=")
        self.folder = tempfile.TemporaryDirectory()
        self.process = subprocess.Popen(
            [sys.executable, str(DEMO / "run.py"), "--machine", arguments.machine,
             "--firmware", firmware or arguments.firmware, *options],
            stdin=terminal or subprocess.DEVNULL, stdout=terminal or subprocess.PIPE,
            stderr=subprocess.STDOUT,
            env=dict(os.environ, TMPDIR=self.folder.name, **{name: value}))
        self.stdout = self.process.stdout and self.process.stdout.fileno()
        self.output = b""

    def wait_for(self, text):
        """Reads until the text has been shown."""
        while text not in self.output:
            data = os.read(self.stdout, 65536)
            check(f"{text!r} is shown; the demo's output was {self.output!r}", data)
            self.output += data

    def end(self):
        """Waits for the end; everything must be gone then. Returns the exit code."""
        rest, _ = self.process.communicate(timeout=TIMEOUT_S)
        self.output += rest or b""
        left = processes_of(self.mark)
        check(f"no process is left, but there is {left}", not left)
        files = os.listdir(self.folder.name)
        files += Path("/tmp").glob(f"microsockets-demo-{self.process.pid}-*")
        check(f"no file is left, but there is {files}", not files)
        self.folder.cleanup()
        return self.process.returncode

    def text(self):
        return self.output.decode(errors="replace").replace("\r\n", "\n")


# ---- Packets -----------------------------------------------------------------------------------


def frames(capture):
    """The frames of a pcap file."""
    data = Path(capture).read_bytes()
    check("the capture is a pcap file", data[:4] == b"\xd4\xc3\xb2\xa1")
    at = 24
    while at + 16 <= len(data):
        size = struct.unpack_from("<I", data, at + 8)[0]
        yield data[at + 16:at + 16 + size]
        at += 16 + size


def tcp_header_of(frame):
    """The version of IP and the TCP header of a frame, or None."""
    kind = frame[12:14]
    if kind == b"\x08\x00" and frame[23] == 6:
        return 4, frame[14 + 4 * (frame[14] & 15):]
    if kind == b"\x86\xdd" and frame[20] == 6:
        return 6, frame[54:]
    return None


def scales_window(header):
    """Does a SYN offer window scaling (option 3)?"""
    options = header[20:4 * (header[12] >> 4)]
    while options and options[0] != 0:
        if options[0] == 3:
            return True
        options = options[1:] if options[0] == 1 else options[max(options[1], 2):]
    return False


def windows_of(capture):
    """The board's largest window over each version of IP, and whether it scales windows."""
    largest, scaled = {4: 0, 6: 0}, False
    for frame in frames(capture):
        found = tcp_header_of(frame) if frame[6:12] == BOARD_MAC else None
        if found is None:
            continue
        version, header = found
        window = struct.unpack_from("!H", header, 14)[0]
        largest[version] = max(largest[version], window)
        scaled = scaled or (header[13] & 2 != 0 and scales_window(header))
    return largest, scaled


# ---- The tests ---------------------------------------------------------------------------------


def test_dialogue_is_the_expected_one():
    with tempfile.NamedTemporaryFile(suffix=".pcap") as capture:
        demo = Demo("--no-prompt", "--capture", capture.name)
        code = demo.end()
        text = demo.text()
        check(f"the exit code is 0, not {code}; the output was\n{text}", code == 0)
        largest, scaled = windows_of(capture.name)
    if arguments.transcript:
        Path(arguments.transcript).write_text(text)
    v4, v6 = text.split("# The same over IPv6")
    for part in (v4, v6):
        check("the missing page is asked for", r's.send(b"GET /foo HTTP/1.0\r\n\r\n")' in part)
        check("a page 404 comes", r"b'HTTP/1.1 404 Not Found\r\n" in part)
        check("b'' comes twice", ">>> s.recv(1000)\nb''\n>>> s.recv(1000)\nb''\n" in part)
        after_close = r">>> s\.close\(\)\n>>> s\.recv\(1000\)\n(.*\n)+?"
        check("EBADF comes after close", re.search(after_close + re.escape(EBADF), part))
    check("usocket is socket", ">>> usocket is socket\nTrue\n" in v4)
    check("IPv6 is used", "s.connect(('fec0::2', " in v6)
    check("a datagram comes back",
          re.search(r">>> u\.recvfrom\(100\)\n\(b'a datagram', \('10\.0\.2\.2', \d+\)\)\n", v6))
    check("Apache's page comes", PAGE.decode() in v6)
    sha256 = hashlib.sha256(big_content()).hexdigest()
    check("10 MB come, with the right SHA-256", f"\n({BIG_BYTES}, '{sha256}')\n" in v6)
    check(f"windows are seen, of at most {LARGEST_WINDOW} bytes: {largest}",
          all(0 < window <= LARGEST_WINDOW for window in largest.values()))
    check("windows are not scaled", not scaled)
    print(f"    the board's largest window: {largest[4]} bytes over IPv4, {largest[6]} over IPv6")


def stopped_by(number, when):
    demo = Demo()
    demo.wait_for(when)
    demo.process.send_signal(number)
    code = demo.end()
    check(f"the exit code is {128 + number}, not {code}", code == 128 + number)


def test_interrupt_while_the_board_boots_leaves_nothing():
    stopped_by(signal.SIGINT, b"The board boots.")


def test_interrupt_in_the_middle_leaves_nothing():
    stopped_by(signal.SIGINT, b"\n2 MB")


def test_termination_in_the_middle_leaves_nothing():
    stopped_by(signal.SIGTERM, b"\n2 MB")


def test_prompt_is_handed_over_on_a_terminal():
    terminal, its_end = pty.openpty()
    demo = Demo(terminal=its_end)
    os.close(its_end)
    demo.stdout = terminal
    for keys, answer in ((b"", b"Ctrl-] leaves"), (b"6 * 7\r", b"\r\n42\r\n"),
                         (b"socket.socket(2, 2).recv(1)\r", b"recv(1)\r\n"),
                         (b"\x03", b"KeyboardInterrupt")):
        os.write(terminal, keys)
        demo.wait_for(answer)
        demo.output = b""
        time.sleep(0.2)  # the board is at its prompt, or in recv()
    os.write(terminal, b"\x1d")
    check("the exit code is 0", demo.end() == 0)
    os.close(terminal)


def test_missing_firmware_is_told():
    demo = Demo(firmware=arguments.firmware + ".missing")
    check("the exit code is 1", demo.end() == 1)
    check("the remedy is told", "`make demo` builds it" in demo.text())


def test_board_that_dies_is_told():
    with tempfile.NamedTemporaryFile(suffix=".elf") as empty:
        demo = Demo(firmware=empty.name)
        check("the exit code is 1", demo.end() == 1)
        check("what happened is told", "QEMU has ended" in demo.text())


def ask():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--firmware", required=True, help="the ELF file for the board")
    parser.add_argument("--machine", choices=MACHINES, default=DEFAULT_MACHINE)
    parser.add_argument("--transcript", metavar="FILE", help="keep what the demo has shown")
    parser.add_argument("names", nargs="*", help="run only these tests")
    return parser.parse_args()


def main():
    global arguments
    arguments = ask()
    failed = 0
    tests = [(name, test) for name, test in globals().items() if name.startswith("test_")
             and (not arguments.names or name in arguments.names)]
    for name, test in tests:
        start = time.monotonic()
        try:
            test()
        except (AssertionError, subprocess.TimeoutExpired) as error:
            failed += 1
            print(f"FAIL {name}\n    {error}", flush=True)
        else:
            print(f"pass {name} ({time.monotonic() - start:.1f} s)", flush=True)
    print(f"{len(tests) - failed} passed, {failed} failed")
    return 0 if tests and not failed else 1


if __name__ == "__main__":
    sys.exit(main())
