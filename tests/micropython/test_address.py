# The forms of addresses.
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u.bind(("", 5000))
equal(u.getsockname(), ("0.0.0.0", 5000))
u.connect(["127.0.0.1", 9])  # a list will do
equal(u.getpeername(), ("127.0.0.1", 9))
equal(u.getsockname(), ("127.0.0.1", 5000))
u.close()

u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
for bad in ((), ("127.0.0.1",), ("127.0.0.1", 1, 2), ("127.0.0.1", 1, 2, 3)):
    raises(ValueError, u.connect, bad)
raises(TypeError, u.connect, "127.0.0.1")
raises(TypeError, u.connect, ("127.0.0.1", "1"))
raises(TypeError, u.connect, (1, 1))
raises(OverflowError, u.connect, ("127.0.0.1", 65536))
raises(OverflowError, u.connect, ("127.0.0.1", -1))
u.close()

u = socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)
raises(ValueError, u.connect, ("::1", 1, 2))
u.bind(("", 5001))
equal(u.getsockname(), ("::", 5001, 0, 0))
u.connect(("::1", 9))
equal(u.getpeername(), ("::1", 9, 0, 0))
u.connect(("0:0:0:0:0:0:0:1", 9, 0, 0))
equal(u.getpeername(), ("::1", 9, 0, 0))
u.close()

# An IPv6 socket carries IPv4.
server = listener(socket.AF_INET6, "")
client = socket.socket()
client.connect(("127.0.0.1", server.getsockname()[1]))
s, peer = server.accept()
equal(peer, ("::ffff:127.0.0.1", client.getsockname()[1], 0, 0))
for x in (s, client, server):
    x.close()

equal(socket.inet_pton(socket.AF_INET, "10.0.2.15"), b"\x0a\x00\x02\x0f")
equal(socket.inet_ntop(socket.AF_INET, b"\x0a\x00\x02\x0f"), "10.0.2.15")
equal(socket.inet_pton(socket.AF_INET6, "fe80::1"), b"\xfe\x80" + bytes(13) + b"\x01")
equal(socket.inet_ntop(socket.AF_INET6, bytes(15) + b"\x01"), "::1")
fails(errno.EINVAL, socket.inet_pton, socket.AF_INET, "10.0.2")
fails(errno.EAFNOSUPPORT, socket.inet_pton, 3, "10.0.2.15")
fails(errno.EAFNOSUPPORT, socket.inet_ntop, 3, bytes(4))
raises(ValueError, socket.inet_ntop, socket.AF_INET, bytes(16))
none_open()
