# The stack runs while the program computes and makes no call that would run it.
s = socket.socket()
s.setblocking(False)
fails(errno.EINPROGRESS, s.connect, (HOST, TCP_ECHO))
fails(errno.ENOTCONN, s.getpeername)
start = time.ticks_ms()
while time.ticks_diff(time.ticks_ms(), start) < 300:
    pass
equal(s.getpeername(), (HOST, TCP_ECHO))
s.close()
none_open()
