# The constructor: defaults, kinds, and what is refused.
for args, kind in (((), 1), ((2,), 1), ((2, 2), 2), ((10, 1, 6), 1), ((10, 2, 17), 2)):
    s = socket.socket(*args)
    equal(s.getsockopt(socket.SOL_SOCKET, socket.SO_TYPE), kind)
    s.close()

fails(errno.EAFNOSUPPORT, socket.socket, 3)
fails(94, socket.socket, 2, 3)  # ESOCKTNOSUPPORT
fails(errno.EINVAL, socket.socket, 2, 4711)
fails(93, socket.socket, 2, 1, 17)  # EPROTONOSUPPORT
raises(TypeError, socket.socket, 2, 1, 0, 0)
raises(TypeError, socket.socket, "inet")
none_open()
