#!/usr/bin/env python3
"""run_tests.py PROGRAM: runs the cases in PROGRAM, with the kernel at the other end of two wires.

All of it happens in a network namespace, which goes away with this process. Ends with SKIPPED where
the machine does not allow that; in CI (the variable CI is set) that is a failure.
"""
import fcntl
import os
import shutil
import struct
import subprocess
import sys

import peers

SKIPPED = 77
LIMIT_S = 50
OWN_NETWORK = "MSOCK_TEST_OWN_NETWORK"
DEVICE = "/dev/net/tun"

TUNSETIFF = 0x400454CA
IFF_TAP, IFF_NO_PI = 0x0002, 0x1000

# Addresses of the wires: the cases know them too. Nobody else is on the wire, so an address need
# not be asked for first (nodad).
WIRES = {
    "tap0": ["192.0.2.1/24", "2001:db8::1/64 nodad", "fe80::1/64 nodad"],
    "tap1": ["198.18.0.1/24"],
}
BLACK_HOLE = "203.0.113.0/24"


def skip(reason):
    """Ends this process."""
    if os.environ.get("CI"):
        sys.exit(f"not ok: in CI this must run, but {reason}")
    print(f"skipped: {reason}")
    sys.exit(SKIPPED)


def ip(command):
    subprocess.run(["ip", *command.split()], check=True)


# ---- The network of its own ----------------------------------------------------------------------


def enter_own_network():
    """Starts this program again in a network namespace, and as its root if we are not root."""
    if OWN_NETWORK in os.environ:
        return
    for program in ("unshare", "ip"):
        if shutil.which(program) is None:
            skip(f"the program {program} is not installed")
    user = [] if os.geteuid() == 0 else ["--user", "--map-root-user"]
    unshare = ["unshare", *user, "--net"]
    tried = subprocess.run([*unshare, "true"], capture_output=True, text=True, check=False)
    if tried.returncode != 0:
        skip(f"there is no network namespace to be had ({tried.stderr.strip()})")
    os.environ[OWN_NETWORK] = "1"
    os.execvp("unshare", [*unshare, sys.executable, *sys.argv])


def check_device():
    """May a TAP device be made?"""
    try:
        with open(DEVICE, "r+b", buffering=0) as device:
            request = struct.pack("16sH22x", b"probe", IFF_TAP | IFF_NO_PI)
            fcntl.ioctl(device, TUNSETIFF, request)
    except OSError as error:
        skip(f"{DEVICE} cannot be used ({error.strerror})")


def set_up_wires():
    ip("link set lo up")
    for wire, addresses in WIRES.items():
        ip(f"tuntap add {wire} mode tap")
        ip(f"link set {wire} addrgenmode none")
        for address in addresses:
            ip(f"addr add {address} dev {wire}")
        ip(f"link set {wire} up")
    ip(f"route add blackhole {BLACK_HOLE}")


# ---- The run -------------------------------------------------------------------------------------


def run(program):
    """Returns the program's output and status; None: it did not come to its end."""
    try:
        result = subprocess.run([program], stdin=subprocess.DEVNULL, stdout=subprocess.PIPE,
                                timeout=LIMIT_S, check=False)
    except subprocess.TimeoutExpired as error:
        return (error.stdout or b"").decode(errors="replace"), None
    return result.stdout.decode(errors="replace"), result.returncode


def show(output):
    """One line for each case; all that it saw, if it failed. Returns how many passed and failed."""
    passed, failed, seen = 0, 0, []
    for line in output.splitlines():
        seen.append(line)
        if line.startswith("ok "):
            passed += 1
            print(line)
        elif line.startswith("not ok "):
            failed += 1
            print("\n".join(seen))
        else:
            continue
        seen = []
    return passed, failed, seen


def main():
    if len(sys.argv) != 2:
        sys.exit(__doc__)
    enter_own_network()
    check_device()
    set_up_wires()
    peers.start("tap0")
    output, status = run(sys.argv[1])
    passed, failed, rest = show(output)
    if rest != [f"{passed} passed, {failed} failed"]:
        failed += 1
        print("\n".join(rest))
        print(f"not ok the program comes to its end (status {status})")
    elif status != 0 and failed == 0:
        failed += 1
        print(f"not ok the program ends with status 0, not {status}")
    print(f"{passed} passed, {failed} failed")
    return 1 if failed or not passed else 0


if __name__ == "__main__":
    sys.exit(main())
