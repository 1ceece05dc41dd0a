# Server and client in one thread, over IPv4 and IPv6.
for family, host in ((socket.AF_INET, "127.0.0.1"), (socket.AF_INET6, "::1")):
    server = listener(family, host)
    address = server.getsockname()
    clients = []
    for i in range(3):
        client = socket.socket(family)
        client.connect(address)
        client.send(b"hello %d" % i)
        clients.append(client)
    for i in range(3):
        s, peer = server.accept()
        equal(peer, clients[i].getsockname())
        equal(s.getpeername(), peer)
        equal(clients[i].getpeername(), s.getsockname())
        equal(s.recv(100), b"hello %d" % i)
        s.send(b"bye")
        s.close()
        equal(clients[i].recv(100), b"bye")
        equal(clients[i].recv(100), b"")
        clients[i].close()
    server.close()

# 64 KB in turns, more than the window holds at once.
a, b = pair()
data = bytes(range(256)) * 4
for i in range(64):
    equal(a.send(data), 1024)
    equal(b.read(1024), data)
a.close()
b.close()

# Round trips do not wait for the clock's tick.
a, b = pair()
start = time.ticks_us()
for i in range(100):
    a.send(b"x")
    b.recv(1)
    b.send(b"x")
    a.recv(1)
elapsed = time.ticks_diff(time.ticks_us(), start)
assert elapsed < 100_000, elapsed
a.close()
b.close()
none_open()
