#include "conformance.h"

CONFORMANCE_CASE(tcp_accepted_socket_has_the_listeners_options)
{
    int listener = listening_socket(AF_INET);
    struct timeval timeout = {.tv_sec = 9, .tv_usec = 9};
    socklen_t len = sizeof timeout;

    set_flag(listener, SOL_SOCKET, SO_KEEPALIVE, 1);
    set_flag(listener, IPPROTO_TCP, TCP_NODELAY, 1);
    set_timeout(listener, SO_RCVTIMEO, 3000);
    int client = connected_socket(local_of(listener));
    int server = EXPECT_FD(accept(listener, NULL, NULL));
    EXPECT(get_flag(server, SOL_SOCKET, SO_KEEPALIVE), 1);
    EXPECT(get_flag(server, SOL_SOCKET, SO_REUSEADDR), 0);
    EXPECT(get_flag(server, IPPROTO_TCP, TCP_NODELAY), 1);
    EXPECT(getsockopt(server, SOL_SOCKET, SO_RCVTIMEO, &timeout, &len), 0);
    EXPECT(timeout.tv_sec, 3);
    EXPECT(timeout.tv_usec, 0);
    EXPECT(get_flag(client, SOL_SOCKET, SO_KEEPALIVE), 0);
    EXPECT(close(client), 0);
    EXPECT(close(server), 0);
    EXPECT(close(listener), 0);
}
