# Errors have Linux's numbers.
s = socket.socket()
fails(errno.ENOTCONN, s.recv, 1)
fails(errno.EPIPE, s.send, b"x")
fails(errno.ENOTCONN, s.getpeername)
fails(errno.ENOTCONN, s.shutdown, socket.SHUT_WR)
fails(errno.EINVAL, s.accept)
fails(errno.ECONNREFUSED, s.connect, ("127.0.0.1", 1))
fails(errno.ENOPROTOOPT, s.setsockopt, socket.SOL_SOCKET, 4711, 1)
fails(errno.ENOPROTOOPT, s.getsockopt, socket.SOL_SOCKET, 4711)
fails(errno.EADDRNOTAVAIL, s.bind, ("192.0.2.1", 0))
s.close()

server = listener()
port = server.getsockname()[1]
fails(errno.ENOTCONN, server.recv, 1)
s = socket.socket()
fails(errno.EADDRINUSE, s.bind, ("127.0.0.1", port))
s.connect(("127.0.0.1", port))
fails(errno.EISCONN, s.connect, ("127.0.0.1", port))
fails(errno.EINVAL, s.listen)
s.shutdown(socket.SHUT_WR)
fails(errno.EPIPE, s.send, b"x")
s.close()
server.close()

u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
fails(errno.EDESTADDRREQ, u.send, b"x")
fails(errno.EOPNOTSUPP, u.listen)
fails(errno.EOPNOTSUPP, u.accept)
fails(errno.EMSGSIZE, u.sendto, bytes(65508), ("127.0.0.1", 9))
u.bind(("", 0))
fails(errno.EINVAL, u.bind, ("", 0))
u.close()

# A refusal that comes from another machine; the socket can be used again.
s = socket.socket()
fails(errno.ECONNREFUSED, s.connect, (HOST, 1))
s.connect((HOST, TCP_ECHO))
s.close()

# A reset, after what came before it has been read.
a, b = pair()
b.send(b"unread")
a.send(b"last words")
equal(b.recv(100), b"last words")
a.close()
fails(errno.ECONNRESET, b.recv, 100)
b.close()

# Errors by name.
equal(errno.errorcode[101], "ENETUNREACH")
equal(errno.ENETUNREACH, 101)
none_open()
