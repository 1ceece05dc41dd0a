# Ctrl-C in a call that waits raises KeyboardInterrupt, and the socket can be used afterwards.
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u.bind(("127.0.0.1", 0))
for call, args in ((u.recv, (1,)), (u.recvfrom, (1,)), (u.read, (1,)), (u.readline, ())):
    interrupted(call, *args)
u.settimeout(60)
interrupted(u.recv, 1)
interrupted(poll, u, select.POLLIN, 60000)
interrupted(time.sleep, 60)
u.sendto(b"still here", u.getsockname())
equal(u.recv(100), b"still here")
u.close()

server = listener()
interrupted(server.accept)
a = socket.socket()
a.connect(server.getsockname())
b, _ = server.accept()
interrupted(a.recv, 1)
interrupted(a.sendall, bytes(100_000))
b.setblocking(False)
while True:
    poll(b, select.POLLIN, 50)
    if b.read(1000) is None:
        break
a.send(b"still here")
equal(poll(b, select.POLLIN, 1000), select.POLLIN)
equal(b.recv(100), b"still here")
for x in (a, b, server):
    x.close()

# A connect that was interrupted goes on, as POSIX has it: another one waits for it, or not.
s = socket.socket()
interrupted(s.connect, NOBODY)
interrupted(s.connect, NOBODY)
s.setblocking(False)
fails(errno.EALREADY, s.connect, NOBODY)
s.close()

# A program that never waits is interrupted as well.
def spin():
    while True:
        pass


interrupted(spin)
none_open()
