#include "conformance.h"

CONFORMANCE_CASE(tcp_connects_over_ipv6)
{
    int listener = listening_socket(AF_INET6);
    int client = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));
    union address from = wildcard(AF_UNSPEC, 0);
    socklen_t len = sizeof from;
    char buf[16];

    EXPECT(connect_to(client, local_of(listener)), 0);
    int server = EXPECT_FD(accept(listener, &from.sa, &len));
    EXPECT(len, sizeof from.in6);
    EXPECT_ADDRESS(from, local_of(client));
    EXPECT_ADDRESS(from, loopback(AF_INET6, port_of(from)));
    EXPECT(send(server, "six", 3, 0), 3);
    EXPECT_BYTES(recv(client, buf, sizeof buf, 0), buf, "six");
    EXPECT(close(client), 0);
    EXPECT(close(server), 0);
    EXPECT(close(listener), 0);
}
