# Sockets that nobody refers to any more are closed by the garbage collector.
for _ in range(100):
    socket.socket()
none_open()

for _ in range(100):
    socket.socket(socket.AF_INET, socket.SOCK_DGRAM).bind(("127.0.0.1", 0))
none_open()

for _ in range(30):
    listener()
none_open()

# Connected ones, both ends at once.
for _ in range(10):
    for _ in range(5):
        pair()
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
