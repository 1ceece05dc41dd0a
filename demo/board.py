"""A board in QEMU, its serial line, and its MicroPython prompt."""

import ast
import os
import select
import shutil
import subprocess
import sys
import tempfile
import time

from host import end_group

PROMPT = b"\r\n>>> "

# QEMU for each board: program, Debian package, arguments. The network's end in QEMU is called net0.
# pc-i386's firmware runs on a second machine, too, which boots by its BIOS.
USER_NET = ["-netdev", "user,id=net0"]
VIRTIO_NET = [*USER_NET, "-device", "virtio-net-device,netdev=net0"]
PC_DEVICES = ["-nodefaults", "-no-reboot", "-device", "isa-debug-exit,iobase=0xf4,iosize=4"]
MACHINES = {
    "mps2-an385": ("qemu-system-arm", "qemu-system-arm", [
        "-machine", "mps2-an385", "-semihosting", *USER_NET, "-net", "nic,netdev=net0"]),
    "riscv-virt": ("qemu-system-riscv32", "qemu-system-misc", [
        "-machine", "virt", "-bios", "none", "-semihosting", *VIRTIO_NET]),
    "pc-i386": ("qemu-system-i386", "qemu-system-x86", [
        "-machine", "microvm", *PC_DEVICES, *VIRTIO_NET]),
    "pc-i386-bios": ("qemu-system-i386", "qemu-system-x86", [
        "-machine", "pc", *PC_DEVICES, *USER_NET, "-device", "virtio-net-pci,netdev=net0"]),
}
DEFAULT_MACHINE = "mps2-an385"


class BoardError(Exception):
    """The board did not do what it should; the text says what was awaited and what came."""


def qemu_command(machine, firmware, serial="stdio"):
    """The command line of QEMU for one of MACHINES."""
    program, package, arguments = MACHINES[machine]
    path = shutil.which(program)
    if path is None:
        raise BoardError(f"{program} is not there: `make demo` installs it, or "
                         f"`apt-get install {package}` does")
    return [path, *arguments, "-display", "none", "-monitor", "none", "-serial", serial,
            "-kernel", str(firmware)]


class Board:
    """One QEMU process. What the board prints is collected, and shown to echo, when it is awaited.

    There is no lock and no thread: a signal may raise an exception anywhere.
    """

    def __init__(self, machine, firmware, echo=None, capture=None):
        self.machine = machine
        self.firmware = firmware
        self.echo = echo
        self.capture = capture
        self.process = None
        self.complaints = tempfile.TemporaryFile()
        self.text = b""
        self.has_ended = False

    def start(self):
        command = qemu_command(self.machine, self.firmware)
        if self.capture:
            command += ["-object", f"filter-dump,id=dump0,netdev=net0,file={self.capture}"]
        # A process group of its own: Ctrl-C at the terminal is for us, who then end it in order.
        self.process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=self.complaints, start_new_session=True)

    def stop(self):
        if self.process is not None:
            end_group(self.process)

    def fileno(self):
        """For select(): readable when receive() has something to do."""
        return self.process.stdout.fileno()

    def receive(self, timeout_s):
        """Waits for what the board prints next, or for its end."""
        if not select.select([self], [], [], timeout_s)[0]:
            return
        data = os.read(self.fileno(), 65536)
        if self.echo and data:
            self.echo(data)
        self.text += data
        self.has_ended = not data

    def _complaints(self):
        self.complaints.seek(0)
        return self.complaints.read().decode(errors="replace").strip()

    def send(self, data):
        try:
            self.process.stdin.write(data)
            self.process.stdin.flush()
        except BrokenPipeError as error:
            raise BoardError("QEMU has ended") from error

    def read_until(self, end, timeout_s):
        """What the board prints up to and with `end`, which is taken from the collected text."""
        return self.read_until_any((end,), timeout_s)

    def read_until_any(self, ends, timeout_s):
        """The same up to the first of several ends."""
        deadline = time.monotonic() + timeout_s
        while not any(end in self.text for end in ends):
            left = deadline - time.monotonic()
            if self.has_ended:
                raise BoardError(f"QEMU has ended before {ends!r}, exit code "
                                 f"{self.process.wait()}: {self._complaints()}; "
                                 f"the board's last words: {self.text!r}")
            if left <= 0:
                raise BoardError(f"no {ends!r} within {timeout_s:.0f} s; "
                                 f"the board's last words: {self.text!r}")
            self.receive(left)
        size = min(self.text.index(end) + len(end) for end in ends if end in self.text)
        taken, self.text = self.text[:size], self.text[size:]
        return taken

    def wait_for_prompt(self, timeout_s=20):
        return self.read_until(PROMPT, timeout_s)

    def type(self, line, timeout_s=15):
        """Types one line at the prompt, and returns what is printed before the next prompt."""
        self.send(line.encode() + b"\r")
        echoed = self.read_until(b"\r\n", timeout_s)
        # The prompt's own line break is the echo's one if nothing is printed.
        self.text = b"\r\n" + self.text
        output = self.read_until(PROMPT, timeout_s)
        if line.encode() not in echoed:
            raise BoardError(f"typed {line!r}, but the board echoed {echoed!r}")
        return output[2:-len(PROMPT)].decode(errors="replace")

    def paste(self, program, timeout_s=15):
        """Pastes a program of several lines (paste mode, Ctrl-E), and returns what it prints."""
        self.send(b"\x05")
        self.read_until(b"=== ", timeout_s)
        for line in program.strip("\n").split("\n"):
            self.send(line.encode() + b"\r")
            self.read_until(b"\r\n=== ", timeout_s)
        self.send(b"\x04")
        output = self.read_until(PROMPT, timeout_s)
        return output[:-len(PROMPT)].decode(errors="replace").strip("\r\n")

    # The raw REPL, by which programs (not people) talk to the board.

    def enter_raw_repl(self, timeout_s=20):
        self.send(b"\r\x03\x01")
        self.read_until(b"raw REPL; CTRL-B to exit\r\n>", timeout_s)

    def start_program(self, program, timeout_s=20):
        """Hands a program to the raw REPL, which begins to run it."""
        self.send(program.encode() + b"\x04")
        self.read_until(b"OK", timeout_s)

    def end_program(self, timeout_s=60):
        """Waits for the program's end: what it printed, and its exception ('' if there is none)."""
        output = self.read_until(b"\x04", timeout_s)[:-1]
        error = self.read_until(b"\x04>", timeout_s)[:-2]
        return output.decode(errors="replace"), error.decode(errors="replace")

    def run(self, program, timeout_s=60):
        self.start_program(program)
        return self.end_program(timeout_s)


def value_of(text):
    """The Python value that the board has printed."""
    try:
        return ast.literal_eval(text.strip())
    except (SyntaxError, ValueError) as error:
        raise BoardError(f"the board answered {text!r}, which is no value") from error


def to_stdout(data):
    sys.stdout.buffer.write(data)
    sys.stdout.buffer.flush()
