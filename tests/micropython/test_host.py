# The host's echo servers, over IPv4 and IPv6, in larger amounts.
for family, host in ((socket.AF_INET, HOST), (socket.AF_INET6, HOST6)):
    s = socket.socket(family)
    s.settimeout(10)
    s.connect((host, TCP_ECHO))
    data = bytes(range(256)) * 8
    for _ in range(100):
        s.sendall(data)
        equal(s.read(len(data)), data)
    s.shutdown(socket.SHUT_WR)
    equal(s.recv(1), b"")
    s.close()

u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u.settimeout(5)
u.connect((HOST, UDP_ECHO))
for size in (0, 1, 100, 1472):
    equal(u.send(bytes(size)), size)
    equal(u.recv(2000), bytes(size))
u.close()
none_open()
