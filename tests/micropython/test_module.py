# The module has two names, and the numbers of Linux.
import usocket

assert usocket is socket
assert usocket.socket is socket.socket
equal((socket.AF_INET, socket.AF_INET6), (2, 10))
equal((socket.SOCK_STREAM, socket.SOCK_DGRAM), (1, 2))
equal((socket.IPPROTO_IP, socket.IPPROTO_TCP, socket.IPPROTO_UDP), (0, 6, 17))
equal(socket.IPPROTO_IPV6, 41)
equal((socket.SOL_SOCKET, socket.SO_REUSEADDR, socket.SO_TYPE, socket.SO_ERROR), (1, 2, 3, 4))
equal((socket.SO_KEEPALIVE, socket.TCP_NODELAY, socket.IPV6_V6ONLY), (9, 1, 26))
equal((socket.MSG_PEEK, socket.MSG_DONTWAIT, socket.MSG_WAITALL), (2, 0x40, 0x100))
equal((socket.SHUT_RD, socket.SHUT_WR, socket.SHUT_RDWR), (0, 1, 2))

s = socket.socket()
equal(str(s), "<socket fd=3>")
s.close()
equal(str(s), "<socket fd=-1>")
none_open()
