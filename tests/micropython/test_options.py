# Options: an int, or the bytes of one.
s = socket.socket()
for level, option in (
    (socket.SOL_SOCKET, socket.SO_REUSEADDR),
    (socket.SOL_SOCKET, socket.SO_KEEPALIVE),
    (socket.IPPROTO_TCP, socket.TCP_NODELAY),
):
    equal(s.getsockopt(level, option), 0)
    s.setsockopt(level, option, 1)
    equal(s.getsockopt(level, option), 1)
    s.setsockopt(level, option, bytes(4))
    equal(s.getsockopt(level, option), 0)
    s.setsockopt(level, option, True)
    equal(s.getsockopt(level, option, 4), b"\x01\x00\x00\x00")
fails(errno.EINVAL, s.setsockopt, socket.SOL_SOCKET, socket.SO_KEEPALIVE, b"x")
raises(ValueError, s.getsockopt, socket.SOL_SOCKET, socket.SO_KEEPALIVE, -1)
raises(TypeError, s.setsockopt, socket.SOL_SOCKET, socket.SO_KEEPALIVE, None)
s.close()

s = socket.socket(socket.AF_INET6)
s.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
equal(s.getsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY), 1)
s.close()
none_open()
