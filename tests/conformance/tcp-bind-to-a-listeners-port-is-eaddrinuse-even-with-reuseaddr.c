#include "conformance.h"

CONFORMANCE_CASE(tcp_bind_to_a_listeners_port_is_eaddrinuse_even_with_reuseaddr)
{
    int first = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    int second = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));

    set_flag(first, SOL_SOCKET, SO_REUSEADDR, 1);
    set_flag(second, SOL_SOCKET, SO_REUSEADDR, 1);
    EXPECT(bind_to(first, loopback(AF_INET, 0)), 0);
    EXPECT(listen(first, 1), 0);
    EXPECT_ERROR(bind_to(second, local_of(first)), EADDRINUSE);
    EXPECT(close(first), 0);
    EXPECT(close(second), 0);
}
