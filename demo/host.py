"""The host's side of the demo: an Apache of its own, and a UDP echo.

Both listen on the loopback interface only, on ports that were free, and end with stop().
"""

import hashlib
import os
import random
import shutil
import signal
import socket
import string
import subprocess
import tempfile
import threading
import time
from pathlib import Path

PAGE = (b"<html><body><h1>It works!</h1>"
        b"A page for a board without an operating system.</body></html>\n")
BIG_BYTES = 10 * 1024 * 1024
MODULES = "/usr/lib/apache2/modules"


class HostError(Exception):
    """Something of the host is missing or does not start; the text says what to do."""


def big_content():
    """The large file: always the same bytes, which do not compress and do not repeat."""
    return random.Random("microsockets").randbytes(BIG_BYTES)


def free_port():
    """A port number that is free on 127.0.0.1 and on ::1."""
    for _ in range(50):
        with socket.socket() as v4, socket.socket(socket.AF_INET6) as v6:
            v4.bind(("127.0.0.1", 0))
            try:
                v6.bind(("::1", v4.getsockname()[1]))
            except OSError as error:
                failure = error
                continue
            return v4.getsockname()[1]
    raise HostError(f"no port on [::1] can be bound ({failure}): the demo needs IPv6 on the "
                    "loopback interface; sysctl net.ipv6.conf.lo.disable_ipv6 should be 0")


def find_apache():
    program = shutil.which("apache2", path=os.environ.get("PATH", "") + ":/usr/sbin")
    if program is None:
        raise HostError("apache2 is not there: `make demo` installs it, or "
                        "`apt-get install apache2-bin` does")
    return program


class Apache:
    """Apache with one small page, one large file, and nothing else."""

    def __init__(self):
        self.process = None
        self.folder = None
        self.port = None
        self.sha256 = None

    def start(self):
        program = find_apache()
        # If we are root Apache's workers are another user, who must be able to get there: root's
        # own TMPDIR may be private.
        self.folder = Path(tempfile.mkdtemp(prefix=f"microsockets-demo-{os.getpid()}-",
                                            dir="/tmp" if os.geteuid() == 0 else None))
        self.folder.chmod(0o755)
        self._write_pages()
        for _ in range(3):  # somebody may take the port between our look and Apache's
            if self._start_once(program):
                return
        log = (self.folder / "error.log")
        raise HostError("apache2 did not start:\n" + (log.read_text() if log.exists() else ""))

    def _write_pages(self):
        pages = self.folder / "htdocs"
        pages.mkdir()
        (pages / "index.html").write_bytes(PAGE)
        content = big_content()
        (pages / "big").write_bytes(content)
        self.sha256 = hashlib.sha256(content).hexdigest()

    def _start_once(self, program):
        self.port = free_port()
        template = Path(__file__).with_name("httpd.conf").read_text()
        identity = "User nobody\nGroup nogroup" if os.geteuid() == 0 else ""
        conf = self.folder / "httpd.conf"
        conf.write_text(string.Template(template).substitute(
            root=self.folder, port=self.port, modules=MODULES, identity=identity))
        # A process group of its own: Ctrl-C at the terminal is for us, who then stop it in order.
        self.process = subprocess.Popen(
            [program, "-f", str(conf), "-D", "FOREGROUND"], start_new_session=True,
            stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        deadline = time.monotonic() + 15
        while self.process.poll() is None and time.monotonic() < deadline:
            if self._answers("127.0.0.1") and self._answers("::1"):
                return True
            time.sleep(0.02)
        self._end_process()
        return False

    def _answers(self, host):
        try:
            socket.create_connection((host, self.port), timeout=1).close()
        except OSError:
            return False
        return True

    def _end_process(self):
        if self.process is None:
            return
        end_group(self.process)
        self.process = None

    def stop(self):
        self._end_process()
        if self.folder is not None:
            shutil.rmtree(self.folder, ignore_errors=True)


def end_group(process, patience_s=5):
    """Ends a process that leads a group, and whatever is left of the group."""
    if process.poll() is None:
        process.terminate()
        try:
            process.wait(patience_s)
        except subprocess.TimeoutExpired:
            pass
    try:
        os.killpg(process.pid, signal.SIGKILL)
    except ProcessLookupError:
        pass
    process.wait()


class UdpEcho:
    """Sends every datagram back to where it came from."""

    def __init__(self):
        self.socket = None
        self.thread = None
        self.port = None

    def start(self):
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self.port = self.socket.getsockname()[1]
        self.thread = threading.Thread(target=self._run, daemon=True)
        self.thread.start()

    def _run(self):
        while True:
            data, peer = self.socket.recvfrom(65535)
            if peer == self.socket.getsockname():
                return  # stop() has sent it
            self.socket.sendto(data, peer)

    def stop(self):
        if self.socket is None:
            return
        self.socket.sendto(b"", self.socket.getsockname())
        self.thread.join(5)
        self.socket.close()
