# After close() every method gives EBADF, and close() itself does nothing.
s = socket.socket()
s.close()
s.close()
buf = bytearray(4)
for call, args in (
    (s.bind, (("", 0),)),
    (s.connect, (("127.0.0.1", 1),)),
    (s.listen, ()),
    (s.accept, ()),
    (s.send, (b"x",)),
    (s.sendall, (b"x",)),
    (s.sendto, (b"x", ("127.0.0.1", 1))),
    (s.recv, (1,)),
    (s.recv_into, (buf,)),
    (s.recvfrom, (1,)),
    (s.read, (1,)),
    (s.readinto, (buf,)),
    (s.readline, ()),
    (s.write, (b"x",)),
    (s.settimeout, (1,)),
    (s.setblocking, (False,)),
    (s.setsockopt, (socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)),
    (s.getsockopt, (socket.SOL_SOCKET, socket.SO_ERROR)),
    (s.getsockname, ()),
    (s.getpeername, ()),
    (s.shutdown, (socket.SHUT_RDWR,)),
):
    fails(errno.EBADF, call, *args)
equal(s.fileno(), -1)
equal(poll(s), 32)  # POLLNVAL

# A socket that was open when the other took its number is not touched.
a = socket.socket()
a.close()
b = socket.socket()
fails(errno.EBADF, a.getsockname)
equal(b.getsockname(), ("0.0.0.0", 0))
b.close()
