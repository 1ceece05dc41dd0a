# sendall: everything, or an exception.
big = bytes(range(256)) * 400  # more than the queues of both ends hold

# A blocking one, with a reader that is the host's echo.
s = socket.socket()
s.connect((HOST, TCP_ECHO))
equal(s.sendall(b"all of it"), None)
equal(s.read(9), b"all of it")
s.sendall(b"")
s.close()

# With nobody reading: the time-out of all of it together, and the error of those who do not wait.
a, b = pair()
a.settimeout(1.5)
took(1500, fails, errno.ETIMEDOUT, a.sendall, big)
a.settimeout(0.3)
took(300, fails, errno.ETIMEDOUT, a.sendall, b"x")
a.setblocking(False)
took(0, fails, errno.EAGAIN, a.sendall, b"x")

# What went out before the exception arrives, from the start and without gaps.
b.setblocking(False)
got = b""
while True:
    part = b.read(1000)
    if part is None:
        time.sleep_ms(10)
        part = b.read(1000)
        if part is None:
            break
    got += part
assert len(got) > 1000
equal(got, big[: len(got)])

# send() says how much was taken.
sent = a.send(big)
assert 0 < sent < len(big), sent
fails(errno.EAGAIN, a.send, big)
a.close()
b.close()

# The connection ends in the middle.
a, b = pair()
a.settimeout(5)
b.close()
try:
    for _ in range(3):
        a.sendall(big)
except OSError as error:
    assert error.errno in (errno.ECONNRESET, errno.EPIPE), error
else:
    raise AssertionError("sent to nobody")
a.close()
none_open()
