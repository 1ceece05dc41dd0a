# Sockets that do not wait.
server = listener()
server.setblocking(False)
fails(errno.EAGAIN, server.accept)

s = socket.socket()
s.setblocking(False)
fails(errno.EINPROGRESS, s.connect, server.getsockname())
equal(poll(s, select.POLLOUT, 1000), select.POLLOUT)
equal(s.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR), 0)
equal(poll(server, select.POLLIN, 1000), select.POLLIN)
other, _ = server.accept()
fails(errno.EAGAIN, s.recv, 1)
other.send(b"x")
equal(poll(s, select.POLLIN, 1000), select.POLLIN)
equal(s.recv(9), b"x")
for x in (s, other, server):
    x.close()

# A refusal is told once.
s = socket.socket()
s.setblocking(False)
fails(errno.EINPROGRESS, s.connect, (HOST, 1))
events = poll(s, select.POLLOUT, 2000)
assert events & select.POLLERR, events
equal(s.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR), errno.ECONNREFUSED)
equal(s.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR), 0)
s.close()

# A program that only polls, and never waits, sees packets too.
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u.setblocking(False)
u.sendto(b"ping", (HOST, UDP_ECHO))
deadline = time.ticks_add(time.ticks_ms(), 2000)
while True:
    try:
        equal(u.recvfrom(9), (b"ping", (HOST, UDP_ECHO)))
        break
    except OSError as error:
        equal(error.errno, errno.EAGAIN)
    assert time.ticks_diff(deadline, time.ticks_ms()) > 0
u.close()
none_open()
