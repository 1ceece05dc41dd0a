# Functions that were scheduled run while a call waits, and may use sockets, even this one.
import micropython

u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u.bind(("127.0.0.1", 0))


def send_to_self(text):
    u.sendto(text, u.getsockname())


micropython.schedule(send_to_self, b"from the callback")
equal(u.recv(100), b"from the callback")


# close() under a call that waits ends it with EBADF. (Its 100 ms have begun before the call.)
class Closer:
    def __init__(self, when_ms):
        self.when = time.ticks_add(time.ticks_ms(), when_ms)

    def __call__(self, s):
        if time.ticks_diff(self.when, time.ticks_ms()) > 0:
            micropython.schedule(self, s)
        else:
            s.close()


micropython.schedule(Closer(100), u)
took(90, fails, errno.EBADF, u.recv, 100)

server = listener()
micropython.schedule(Closer(100), server)
took(90, fails, errno.EBADF, server.accept)


# An exception of a callback is printed, not raised, and the call goes on.
def bad(_):
    raise ValueError("expected in the output")


u = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
u.settimeout(0.2)
micropython.schedule(bad, None)
took(200, fails, errno.ETIMEDOUT, u.recv, 1)
u.close()
none_open()
