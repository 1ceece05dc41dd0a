#include "conformance.h"

CONFORMANCE_CASE(tcp_ipv6_socket_connects_to_mapped_ipv4_address)
{
    int listener = listening_socket(AF_INET);
    unsigned port = port_of(local_of(listener));
    int client = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));
    union address from = wildcard(AF_UNSPEC, 0);
    socklen_t len = sizeof from;

    EXPECT(connect_to(client, mapped_loopback(port)), 0);
    EXPECT_ADDRESS(peer_of(client), mapped_loopback(port));
    EXPECT_ADDRESS(local_of(client), mapped_loopback(port_of(local_of(client))));
    int server = EXPECT_FD(accept(listener, &from.sa, &len));
    EXPECT(len, sizeof from.in);
    EXPECT_ADDRESS(from, loopback(AF_INET, port_of(local_of(client))));
    EXPECT(close(client), 0);
    EXPECT(close(server), 0);
    EXPECT(close(listener), 0);
}
