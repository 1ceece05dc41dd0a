# The stream methods: read, readinto, readline, write, makefile; recv at the end of a stream.
a, b = pair()
assert a.makefile("rwb") is a
assert a.makefile("rwb", 0) is a

equal(a.write(b"one\ntwo\n\nrest"), 13)
equal(b.readline(), b"one\n")
equal(b.readline(), b"two\n")
equal(b.readline(2), b"\n")
equal(b.readline(2), b"re")
buf = bytearray(4)
equal(a.write(b"0123456789", 3), 3)
equal(a.write(b"0123456789", 3, 1), 1)
equal(b.readinto(buf), 4)
equal(buf, b"st01")
equal(b.readinto(buf, 2), 2)
equal(buf, b"2301")

# read(n) goes on until all n are there, or the end.
a.write(b"12345")
equal(b.read(5), b"12345")
a.write(b"1234567")
a.shutdown(socket.SHUT_WR)
equal(b.read(5), b"12345")
equal(b.read(5), b"67")
equal(b.read(5), b"")
equal(b.read(), b"")
equal(b.readline(), b"")
equal(b.readinto(buf), 0)
equal(b.recv(5), b"")
equal(b.recv(5), b"")

# The other direction is open still; read() takes all of it.
big = bytes(range(256)) * 8
b.write(big)
b.close()
equal(a.read(), big)
equal(a.recv(1), b"")
a.close()

# A non-blocking stream: None if there is nothing, a part if there is one.
a, b = pair()
b.setblocking(False)
equal(b.read(5), None)
equal(b.readinto(buf), None)
equal(b.readline(), None)
a.write(b"12")
equal(poll(b, select.POLLIN, 1000), select.POLLIN)
equal(b.read(5), b"12")
a.write(b"li")
poll(b, select.POLLIN, 1000)
equal(b.readline(), b"li")
a.close()
b.close()
none_open()
