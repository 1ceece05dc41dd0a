#include "conformance.h"

CONFORMANCE_CASE(tcp_port_in_time_wait_can_be_bound_with_reuseaddr)
{
    int listener = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    int again = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    char buf[8];

    set_flag(listener, SOL_SOCKET, SO_REUSEADDR, 1);
    EXPECT(bind_to(listener, loopback(AF_INET, 0)), 0);
    EXPECT(listen(listener, 1), 0);
    union address name = local_of(listener);
    int client = connected_socket(name);
    int server = EXPECT_FD(accept(listener, NULL, NULL));
    EXPECT(close(server), 0);
    EXPECT(recv(client, buf, sizeof buf, 0), 0);
    EXPECT(close(client), 0);
    EXPECT(close(listener), 0);
    EXPECT_ERROR(bind_to(again, name), EADDRINUSE);
    set_flag(again, SOL_SOCKET, SO_REUSEADDR, 1);
    EXPECT(bind_to(again, name), 0);
    EXPECT(listen(again, 1), 0);
    EXPECT(close(again), 0);
}
