# getaddrinfo: one entry for each address, numbers without a name server.
equal(socket.getaddrinfo("10.0.2.2", 80), [(2, 1, 6, "", ("10.0.2.2", 80))])
equal(socket.getaddrinfo("10.0.2.2", "80"), [(2, 1, 6, "", ("10.0.2.2", 80))])
equal(socket.getaddrinfo("10.0.2.2", 80, 0, socket.SOCK_DGRAM), [(2, 2, 17, "", ("10.0.2.2", 80))])
equal(socket.getaddrinfo("::1", 80), [(10, 1, 6, "", ("::1", 80, 0, 0))])
equal(socket.getaddrinfo("localhost", 1, socket.AF_INET)[0][-1], ("127.0.0.1", 1))

# Failures have the negative numbers of getaddrinfo, which are no errno.
fails(-9, socket.getaddrinfo, "10.0.2.2", 80, socket.AF_INET6)  # EAI_ADDRFAMILY
fails(-8, socket.getaddrinfo, "10.0.2.2", "http")  # EAI_SERVICE
raises(OverflowError, socket.getaddrinfo, "10.0.2.2", 65536)
s = socket.socket()
fails(-9, s.connect, ("::1", 80))

# The result is one that connect takes; and there is no limit to how often one asks.
for _ in range(20):
    socket.getaddrinfo(HOST, TCP_ECHO)
s.connect(socket.getaddrinfo(HOST, TCP_ECHO)[0][-1])
s.close()
