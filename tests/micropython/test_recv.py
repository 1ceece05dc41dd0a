# recv, recv_into, recvfrom: what has arrived, up to what was asked for.
a, b = pair()
a.send(b"0123456789")
equal(b.recv(0), b"")
equal(b.recv(4), b"0123")
equal(b.recv(100, socket.MSG_PEEK), b"456789")
equal(b.recvfrom(100), (b"456789", None))
fails(errno.EAGAIN, b.recv, 1, socket.MSG_DONTWAIT)
raises(ValueError, b.recv, -1)

a.send(b"0123456789")
buf = bytearray(6)
equal(b.recv_into(buf), 6)
equal(buf, b"012345")
equal(b.recv_into(buf, 2), 2)
equal(buf, b"672345")
equal(b.recv_into(memoryview(buf)[4:]), 2)
equal(buf, b"672389")
raises(ValueError, b.recv_into, buf, 7)
raises(ValueError, b.recv_into, buf, -1)
raises(TypeError, b.recv_into, b"read only")
fails(errno.EAGAIN, b.recv_into, buf, 0, socket.MSG_DONTWAIT)

# MSG_WAITALL waits for the second half; here the end of the stream comes first.
a.send(b"half")
a.shutdown(socket.SHUT_WR)
equal(b.recv(100, socket.MSG_WAITALL), b"half")
a.close()
b.close()

# With MSG_TRUNC the count is not that of the bytes: only recv_into can give it.
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u.bind(("127.0.0.1", 0))
me = u.getsockname()
u.sendto(b"0123456789", me)
fails(errno.EOPNOTSUPP, u.recv, 4, 0x20)
equal(u.recv_into(buf, 4, 0x20), 10)
equal(bytes(buf[:4]), b"0123")

# Datagrams stay apart, in their order, and know where they come from.
for i in range(6):
    equal(u.sendto(b"datagram %d" % i, me), 10)
for i in range(6):
    equal(u.recvfrom(100), (b"datagram %d" % i, me))
u.sendto(b"", 0, me)
equal(u.recvfrom(100), (b"", me))
u.sendto(b"too long", me)
equal(u.recv(3), b"too")
fails(errno.EAGAIN, u.recv, 3, socket.MSG_DONTWAIT)
u.close()
none_open()
