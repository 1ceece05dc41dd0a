# Time-outs: None, 0 and seconds; ETIMEDOUT when they pass, EAGAIN for those who do not wait.
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u.bind(("127.0.0.1", 0))

u.settimeout(0.3)
took(300, fails, errno.ETIMEDOUT, u.recv, 1)
took(300, fails, errno.ETIMEDOUT, u.recvfrom, 1)
took(300, fails, errno.ETIMEDOUT, u.read, 1)
u.settimeout(1)
took(1000, fails, errno.ETIMEDOUT, u.recv, 1)
u.settimeout(0.0004)
took(0, fails, errno.ETIMEDOUT, u.recv, 1)
u.settimeout(0)
took(0, fails, errno.EAGAIN, u.recv, 1)
u.settimeout(0.0)
took(0, fails, errno.EAGAIN, u.recv, 1)
u.setblocking(False)
took(0, fails, errno.EAGAIN, u.recv, 1)

for bad in (-1, -0.001, float("-inf"), float("nan")):
    raises(ValueError, u.settimeout, bad)
raises(TypeError, u.settimeout, "1")
u.settimeout(float("inf"))
u.settimeout(1e9)

# A time-out that is not over does no harm, and None waits for as long as it takes.
for seconds in (5, None):
    u.settimeout(seconds)
    u.sendto(b"x", u.getsockname())
    equal(took(0, u.recv, 1), b"x")
u.setblocking(True)
u.close()

server = listener()
server.settimeout(0.2)
took(200, fails, errno.ETIMEDOUT, server.accept)
server.setblocking(False)
fails(errno.EAGAIN, server.accept)

# An accepted socket has the listener's time-out, but waits if the listener does not.
for timeout, number in ((0.2, errno.ETIMEDOUT), (0, None)):
    server.settimeout(timeout)
    client = socket.socket()
    client.connect(server.getsockname())
    s, _ = server.accept()
    if number:
        took(200, fails, number, s.recv, 1)
    else:
        interrupted(s.recv, 1)
    s.close()
    client.close()
server.close()

# connect
s = socket.socket()
s.settimeout(0.5)
took(500, fails, errno.ETIMEDOUT, s.connect, NOBODY)
fails(errno.EALREADY, s.connect, NOBODY)
s.close()
none_open()
