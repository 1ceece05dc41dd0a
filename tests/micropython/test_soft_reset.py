# A soft reset closes everything; the connections are gone for the peer, too.
keep = [socket.socket() for _ in range(4)]
server = listener()
keep += [pair(), server, socket.socket(socket.AF_INET, socket.SOCK_DGRAM)]
keep[-1].bind(("", 5002))
client = socket.socket()
client.connect(server.getsockname())
outside = socket.socket()
outside.connect((HOST, TCP_ECHO))
outside.send(b"x")
equal(outside.recv(1), b"x")
# ---- soft reset ----
none_open()
u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u.bind(("", 5002))
u.close()
held = [socket.socket() for _ in range(16)]
for s in held:
    s.close()
s = socket.socket()
s.connect((HOST, TCP_ECHO))
s.send(b"still up")
equal(s.recv(100), b"still up")
s.close()
