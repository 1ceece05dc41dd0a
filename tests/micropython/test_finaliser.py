# Sockets that nobody refers to any more are closed by the garbage collector. (It may take for a
# reference what is left on the stack of a function that still runs; so another has made them.)
def drop(number, make, *args):
    for _ in range(number):
        make(*args)


def bound():
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).bind(("127.0.0.1", 0))


for make, number in ((socket.socket, 100), (bound, 100), (listener, 30)):
    drop(number, make)
    none_open()

# Connected ones, both ends at once.
for _ in range(10):
    drop(5, pair)
    none_open()

# ---- soft reset ----
# Those that are in use are not collected: then there is an error, and room again after close().
# (The reset is there because the collector may take an old number on the stack for a reference.)
held = []
try:
    while True:
        held.append(socket.socket())
except OSError as error:
    equal(error.errno, errno.EMFILE)
equal(len(held), 16)
held.pop().close()
socket.socket().close()
for s in held:
    s.close()
none_open()

# A constructor that fails leaves an object that can be collected.
for _ in range(30):
    fails(errno.EAFNOSUPPORT, socket.socket, 3)
none_open()
