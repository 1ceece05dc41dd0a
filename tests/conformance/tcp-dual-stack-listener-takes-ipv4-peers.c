/* RFC 3493, 3.7: the IPv4 peer of an IPv6 socket shows as an IPv4-mapped address. */
#include "conformance.h"

CONFORMANCE_CASE(tcp_dual_stack_listener_takes_ipv4_peers)
{
    int listener = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));
    union address from = wildcard(AF_UNSPEC, 0);
    socklen_t len = sizeof from;

    EXPECT(bind_to(listener, wildcard(AF_INET6, 0)), 0);
    EXPECT(listen(listener, 1), 0);
    unsigned port = port_of(local_of(listener));
    int client = connected_socket(loopback(AF_INET, port));
    int server = EXPECT_FD(accept(listener, &from.sa, &len));
    EXPECT(len, sizeof from.in6);
    EXPECT_ADDRESS(from, mapped_loopback(port_of(local_of(client))));
    EXPECT_ADDRESS(local_of(server), mapped_loopback(port));
    EXPECT_ADDRESS(peer_of(client), loopback(AF_INET, port));
    EXPECT(close(client), 0);
    EXPECT(close(server), 0);
    EXPECT(close(listener), 0);
}
