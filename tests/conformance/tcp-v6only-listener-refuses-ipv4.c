#include "conformance.h"

CONFORMANCE_CASE(tcp_v6only_listener_refuses_ipv4)
{
    int listener = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));
    int client = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));

    set_flag(listener, IPPROTO_IPV6, IPV6_V6ONLY, 1);
    EXPECT(bind_to(listener, wildcard(AF_INET6, 0)), 0);
    EXPECT(listen(listener, 1), 0);
    unsigned port = port_of(local_of(listener));
    EXPECT_ERROR(connect_to(client, loopback(AF_INET, port)), ECONNREFUSED);
    EXPECT(close(client), 0);
    client = connected_socket(loopback(AF_INET6, port));
    EXPECT(close(client), 0);
    EXPECT(close(listener), 0);
}
