"""peers.py: the kernel's side of the wire: programs that the cases talk to.

A stream to COMMAND_PORT does what its first line says; each command is a function below. Beside it
there are a web page, an echo of datagrams, a name server and a router that announces a prefix.
"""
import concurrent.futures
import fcntl
import http.server
import queue
import socket
import socketserver
import struct
import termios
import threading
import time

ECHO_PORT, NAME_PORT, PAGE_PORT, COMMAND_PORT = 7, 53, 80, 7000
PAGE_BYTES = 20000
LIMIT_S = 9
NAME_SERVER = "192.0.2.1"
ROUTER = "fe80::1"
PREFIX = "2001:db8::"

# Bytes by which an order can be checked; the cases make the same.
PATTERN_PERIOD = 251 * 256
PATTERN = bytes((place * 31 + place // 251) & 255 for place in range(PATTERN_PERIOD))


def pattern(size):
    return (PATTERN * (size // PATTERN_PERIOD + 1))[:size]


def in_thread(function, *arguments):
    threading.Thread(target=function, args=arguments, daemon=True).start()


# ---- Streams: the commands -----------------------------------------------------------------------

reports = queue.Queue()


def verdict_on(data):
    is_pattern = data == pattern(len(data))
    return b"%d bytes of %s" % (len(data), b"the pattern" if is_pattern else b"something else")


def read_all(stream):
    parts = []
    while part := stream.recv(65536):
        parts.append(part)
    return b"".join(parts)


def command_source(stream, size):
    """Sends so many bytes of the pattern."""
    stream.sendall(pattern(int(size)))


def command_sink(stream):
    """Reads to the end, and tells then what it was."""
    stream.sendall(verdict_on(read_all(stream)))


def command_echo(stream):
    """Sends back what comes. Reads on while it cannot send: the other side may do the same."""
    parts = queue.Queue()

    def send_parts():
        while part := parts.get():
            stream.sendall(part)

    sender = threading.Thread(target=send_parts, daemon=True)
    sender.start()
    while part := stream.recv(65536):
        parts.put(part)
    parts.put(b"")
    sender.join(LIMIT_S)


def command_reset(stream):
    """Sends, and resets the connection as soon as all is acknowledged."""
    stream.sendall(b"before the reset")
    start = time.monotonic()
    while struct.unpack("i", fcntl.ioctl(stream, termios.TIOCOUTQ, bytes(4)))[0] > 0:
        if time.monotonic() - start > LIMIT_S:
            break
        time.sleep(0.001)
    stream.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    stream.close()


def command_end_first(stream):
    """Ends its side, and reads to the end; "report" tells what it was."""
    stream.sendall(b"bye")
    stream.shutdown(socket.SHUT_WR)
    reports.put(verdict_on(read_all(stream)))


def command_report(stream):
    """Tells what the command before this one has read."""
    stream.sendall(reports.get(timeout=LIMIT_S))


def command_call(stream, port):
    """Connects to who gave the command, and tells whether an echo is there."""
    with connected(calling_address(stream, port)) as client:
        client.sendall(pattern(3000))
        client.shutdown(socket.SHUT_WR)
        stream.sendall(b"it came back" if read_all(client) == pattern(3000) else b"it did not")


def command_flood(stream, port, count):
    """Connects so many times at once, and tells how many were served a byte."""

    def call(address):
        with connected(address) as client:
            return read_all(client) == b"x"

    addresses = [calling_address(stream, port)] * int(count)
    with concurrent.futures.ThreadPoolExecutor(len(addresses)) as pool:
        stream.sendall(b"%d served" % sum(pool.map(call, addresses)))


def command_datagram(stream, port, size):
    """Sends a datagram to who gave the command, and tells whether it comes back."""
    with socket.socket(stream.family, socket.SOCK_DGRAM) as client:
        client.settimeout(LIMIT_S)
        client.connect(calling_address(stream, port))
        client.send(pattern(int(size)))
        came_back = client.recv(65536) == pattern(int(size))
        stream.sendall(b"it came back" if came_back else b"it did not")


def calling_address(stream, port):
    host, _, flow, scope = stream.getpeername()
    return host, int(port), flow, scope


def connected(address):
    client = socket.socket(socket.AF_INET6)
    client.settimeout(LIMIT_S)
    client.connect(address)
    return client


def first_line(stream):
    line = b""
    while not line.endswith(b"\n"):
        byte = stream.recv(1)
        if not byte:
            break
        line += byte
    return line.decode()


class CommandHandler(socketserver.BaseRequestHandler):
    def handle(self):
        self.request.settimeout(LIMIT_S)
        name, *arguments = first_line(self.request).split()
        globals()["command_" + name.replace("-", "_")](self.request, *arguments)


class Server(socketserver.ThreadingTCPServer):
    """Streams over both versions of IP."""

    address_family = socket.AF_INET6
    allow_reuse_address = True
    daemon_threads = True


class PageHandler(http.server.BaseHTTPRequestHandler):
    """Answers every request with the pattern."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", str(PAGE_BYTES))
        self.end_headers()
        self.wfile.write(pattern(PAGE_BYTES))

    def log_message(self, *_):
        pass


# ---- Datagrams -----------------------------------------------------------------------------------


def serve_datagrams(server, answer):
    while True:
        data, sender = server.recvfrom(65536)
        answer(server, data, sender)


def datagram_server(family, address, port):
    server = socket.socket(family, socket.SOCK_DGRAM)
    server.bind((address, port))
    return server


def echo(server, data, sender):
    server.sendto(data, sender)


# ---- Names ---------------------------------------------------------------------------------------

A, AAAA = 1, 28
NO_ERROR, SERVER_FAILURE, NO_NAME = 0, 2, 3

# Each name's addresses by type, and its code; no answer at all for None.
NAMES = {
    "four.test": (NO_ERROR, {A: "192.0.2.4"}),
    "six.test": (NO_ERROR, {AAAA: "2001:db8::6"}),
    "both.test": (NO_ERROR, {A: "192.0.2.46", AAAA: "2001:db8::46"}),
    "kernel.test": (NO_ERROR, {A: "192.0.2.1", AAAA: "2001:db8::1"}),
    "late.test": (NO_ERROR, {A: "192.0.2.50"}),
    "slow.test": (NO_ERROR, {A: "192.0.2.51"}),
    "broken.test": (SERVER_FAILURE, {}),
    "silent.test": None,
}

# Seconds until the answer. The cases wait for 1.5: "late" is told while they wait for "slow".
DELAYS = {"late.test": 2.0, "slow.test": 1.0}


def question_of(query):
    """The name and the type that are asked for, and the question's bytes."""
    labels, at = [], 12
    while query[at] != 0:
        labels.append(query[at + 1:at + 1 + query[at]].decode())
        at += 1 + query[at]
    return ".".join(labels), struct.unpack_from("!H", query, at + 1)[0], query[12:at + 5]


def address_record(address, kind):
    family = socket.AF_INET if kind == A else socket.AF_INET6
    data = socket.inet_pton(family, address)
    return struct.pack("!HHHIH", 0xC00C, kind, 1, 60, len(data)) + data


def answer_name(server, query, sender):
    name, kind, question = question_of(query)
    known = NAMES.get(name, (NO_NAME, {}))
    if known is None:
        return
    code, addresses = known
    records = [address_record(addresses[kind], kind)] if kind in addresses else []
    header = query[:2] + struct.pack("!HHHHH", 0x8180 | code, 1, len(records), 0, 0)
    message = header + question + b"".join(records)
    threading.Timer(DELAYS.get(name, 0), server.sendto, (message, sender)).start()


# ---- The router ----------------------------------------------------------------------------------

ROUTER_SOLICITATION, ROUTER_ADVERTISEMENT = 133, 134
ICMPV6_FILTER = 1


def announcement():
    """The prefix, from which hosts make addresses (RFC 4861, 4.2 and 4.6.2)."""
    header = struct.pack("!BBHBBHII", ROUTER_ADVERTISEMENT, 0, 0, 64, 0, 1800, 0, 0)
    option = struct.pack("!BBBBIII", 3, 4, 64, 0xC0, 3600, 3600, 0)
    return header + option + socket.inet_pton(socket.AF_INET6, PREFIX)


def start_router(interface):
    """Answers those who ask for a router."""
    router = socket.socket(socket.AF_INET6, socket.SOCK_RAW, socket.IPPROTO_ICMPV6)
    number = socket.if_nametoindex(interface)
    wanted = [0xFFFFFFFF] * 8
    wanted[ROUTER_SOLICITATION // 32] &= ~(1 << ROUTER_SOLICITATION % 32)
    router.setsockopt(socket.IPPROTO_ICMPV6, ICMPV6_FILTER, struct.pack("8I", *wanted))
    router.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_HOPS, 255)
    # The kernel is not to follow its own announcement.
    router.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_MULTICAST_LOOP, 0)
    all_routers = socket.inet_pton(socket.AF_INET6, "ff02::2")
    router.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_JOIN_GROUP,
                      all_routers + struct.pack("I", number))
    router.bind((ROUTER, 0, 0, number))
    in_thread(serve_datagrams, router,
              lambda router, *_: router.sendto(announcement(), ("ff02::1", 0, 0, number)))


# ---- All of it -----------------------------------------------------------------------------------


def start(interface):
    """Starts everything, in threads; interface is that of the router."""
    in_thread(Server(("::", COMMAND_PORT), CommandHandler).serve_forever)
    in_thread(Server(("::", PAGE_PORT), PageHandler).serve_forever)
    in_thread(serve_datagrams, datagram_server(socket.AF_INET6, "::", ECHO_PORT), echo)
    in_thread(serve_datagrams, datagram_server(socket.AF_INET, NAME_SERVER, NAME_PORT), answer_name)
    start_router(interface)
