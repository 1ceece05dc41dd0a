#!/usr/bin/env python3
"""The demo of microsockets: a MicroPython prompt on a bare board asks Apache for a page.

Starts an Apache and a UDP echo on this machine, boots the firmware in QEMU, and types at the
board's prompt, which is shown as it happens. What the board answers is checked. Afterwards the
prompt is yours, if this is a terminal. Everything that was started is stopped at the end.
"""

import argparse
import contextlib
import os
import select
import signal
import sys
import termios
import time
import tty

from board import DEFAULT_MACHINE, MACHINES, Board, BoardError, to_stdout, value_of
from host import PAGE, Apache, BIG_BYTES, HostError, UdpEcho

# What QEMU's user-mode network calls the host's 127.0.0.1 and ::1.
HOST_V4 = "10.0.2.2"
HOST_V6 = "fec0::2"
LEAVE_KEY = 0x1D  # Ctrl-]

FETCH = """
def fetch(path):
    s = socket.socket()
    s.connect(({host!r}, {port}))
    s.sendall(b"GET " + path + b" HTTP/1.0\\r\\n\\r\\n")
    while s.readline() != b"\\r\\n":
        pass
    buf, sha, total = memoryview(bytearray(2048)), hashlib.sha256(), 0
    while True:
        n = s.recv_into(buf)
        if n == 0:
            break
        sha.update(buf[:n])
        total += n
        if total >> 20 != (total - n) >> 20:
            print(total >> 20, "MB")
    s.close()
    return total, sha.digest().hex()
"""


class StepFailed(Exception):
    """The board has answered, but not what was expected."""


def say(text):
    sys.stdout.write(f"\r\n\033[1m# {text}\033[0m\r\n" if sys.stdout.isatty() else f"\n# {text}\n")
    sys.stdout.flush()


def expect(what, is_right, answer):
    if not is_right:
        raise StepFailed(f"expected {what}, but the board answered {answer!r}")


def read_to_end(board):
    """Types recv() until the end of the stream, and once more; what came before it."""
    data = b""
    while True:
        chunk = value_of(board.type("s.recv(1000)"))
        if chunk == b"":
            break
        data += chunk
    again = board.type("s.recv(1000)")
    expect("b'' once more after the end of the stream", again == "b''", again)
    return data


def ask_for_missing_page(board, family, address):
    """What microsockets was first shown to do, over IPv4 or IPv6."""
    board.type(f"s = socket.socket(socket.{family}, socket.SOCK_STREAM)")
    answer = board.type(f"s.connect({address!r})")
    expect("a connection to Apache, and no output", answer == "", answer)
    answer = board.type(r's.send(b"GET /foo HTTP/1.0\r\n\r\n")')
    expect("21 bytes sent", answer == "21", answer)
    data = read_to_end(board)
    expect("Apache's page '404 Not Found'",
           data.startswith(b"HTTP/1.1 404 Not Found\r\n") and data.endswith(b"</body></html>\n"),
           data)
    board.type("s.close()")
    answer = board.type("s.recv(1000)")
    expect("EBADF after close", answer.endswith("OSError: [Errno 9] EBADF"), answer)


def step_ipv4(board, apache, echo):
    board.type("import socket")
    ask_for_missing_page(board, "AF_INET", (HOST_V4, apache.port))
    board.type("import usocket")
    answer = board.type("usocket is socket")
    expect("True: one module under both names", answer == "True", answer)


def step_ipv6(board, apache, echo):
    ask_for_missing_page(board, "AF_INET6", (HOST_V6, apache.port))


def step_udp(board, apache, echo):
    board.type("u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)")
    board.type("u.settimeout(5)")
    peer = (HOST_V4, echo.port)
    answer = board.type(f"u.sendto(b'a datagram', {peer!r})")
    expect("10 bytes sent", answer == "10", answer)
    answer = value_of(board.type("u.recvfrom(100)"))
    expect(f"the datagram back from {peer}", answer == (b"a datagram", peer), answer)
    board.type("u.close()")


def step_page(board, apache, echo):
    board.type("s = socket.socket()")
    board.type(f's.connect(socket.getaddrinfo("{HOST_V4}", {apache.port})[0][-1])')
    board.type(r's.write(b"GET / HTTP/1.0\r\n\r\n")')
    answer = board.type("s.readline()")
    expect("the status line of a page", answer == r"b'HTTP/1.1 200 OK\r\n'", answer)
    answer = board.type("print(s.read().decode())")
    page = PAGE.decode().strip()
    expect("Apache's page", answer.replace("\r", "").strip().endswith(page), answer)
    board.type("s.close()")


def step_big_file(board, apache, echo):
    board.type("import hashlib, time")
    board.paste(FETCH.format(host=HOST_V4, port=apache.port))
    start = time.monotonic()
    lines = board.type('fetch(b"/big")', timeout_s=180).split("\r\n")
    seconds = time.monotonic() - start
    answer = value_of(lines[-1])
    expect(f"{BIG_BYTES} bytes with the SHA-256 {apache.sha256}",
           answer == (BIG_BYTES, apache.sha256), answer)
    say(f"{BIG_BYTES >> 20} MB in {seconds:.1f} s, hashed on the board; the SHA-256 is right")


STEPS = [
    ("A page that is not there, over IPv4", step_ipv4),
    ("The same over IPv6", step_ipv6),
    ("A datagram to an echo server, and back", step_udp),
    ("A page that is there, as a stream of lines", step_page),
    ("A file of 10 MB through a buffer of 2 KB", step_big_file),
]


def run_steps(board, apache, echo):
    """All of it. False, with the reason on the error output, if a step has failed."""
    for title, step in STEPS:
        say(title)
        try:
            board.type("")  # a fresh prompt under the title
            step(board, apache, echo)
        except (StepFailed, BoardError) as error:
            print(f"\n\ndemo: the step '{title}' failed: {error}\n"
                  f"demo: Apache was on 127.0.0.1 and [::1], port {apache.port}; "
                  "`--capture FILE` records what was on the wire", file=sys.stderr)
            return False
    return True


def hand_over(board, apache, echo):
    """Gives the prompt to the user, key by key, until Ctrl-] or the board's end."""
    say(f"The prompt is yours. Apache: {HOST_V4} and {HOST_V6}, port {apache.port}; UDP echo: "
        f"{HOST_V4}, port {echo.port}. Ctrl-] leaves, Ctrl-C goes to the board.")
    board.send(b"\r")
    terminal = sys.stdin.fileno()
    settings = termios.tcgetattr(terminal)
    try:
        tty.setraw(terminal)
        while not board.has_ended:
            ready, _, _ = select.select([terminal, board], [], [])
            if board in ready:
                board.receive(0)
            if terminal not in ready:
                continue
            keys = os.read(terminal, 1024)
            if not keys or LEAVE_KEY in keys:
                return
            board.send(keys)
    finally:
        termios.tcsetattr(terminal, termios.TCSADRAIN, settings)
        print()


def stop_quietly(stop):
    """Cleaning up is not to be interrupted by a second Ctrl-C."""
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    stop()


def run(arguments):
    with contextlib.ExitStack() as cleanup:
        apache, echo = Apache(), UdpEcho()
        board = Board(arguments.machine, arguments.firmware, echo=to_stdout, capture=arguments.capture)
        for part in (apache, echo, board):
            cleanup.callback(stop_quietly, part.stop)
            part.start()
        say(f"Apache listens on 127.0.0.1 and [::1], port {apache.port}. The board boots.")
        board.wait_for_prompt()
        if not run_steps(board, apache, echo):
            return 1
        if arguments.prompt and sys.stdin.isatty() and sys.stdout.isatty():
            hand_over(board, apache, echo)
        else:
            say("All answers were the expected ones.")
        return 0


def ask():
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0])
    parser.add_argument("--firmware", required=True, help="the ELF file for the board")
    parser.add_argument("--machine", choices=MACHINES, default=DEFAULT_MACHINE,
                        help="the board that QEMU is to be (%(default)s)")
    parser.add_argument("--no-prompt", dest="prompt", action="store_false",
                        help="end after the last step, also on a terminal")
    parser.add_argument("--capture", metavar="FILE", help="write the board's packets (pcap)")
    return parser.parse_args()


def leave(number, frame):
    sys.exit(128 + number)


def main():
    arguments = ask()
    for number in (signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, leave)
    if not os.access(arguments.firmware, os.R_OK):
        print(f"demo: there is no firmware {arguments.firmware}: `make demo` builds it",
              file=sys.stderr)
        return 1
    try:
        return run(arguments)
    except (HostError, BoardError) as error:
        print(f"\ndemo: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 128 + signal.SIGINT


if __name__ == "__main__":
    sys.exit(main())
