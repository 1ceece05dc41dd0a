#include "conformance.h"

static int bound_with_reuseaddr(int family, union address address)
{
    int fd = EXPECT_FD(socket(family, SOCK_STREAM, 0));

    set_flag(fd, SOL_SOCKET, SO_REUSEADDR, 1);
    EXPECT(bind_to(fd, address), 0);
    return fd;
}

CONFORMANCE_CASE(tcp_listeners_on_one_port_are_eaddrinuse_with_reuseaddr_too)
{
    int first = bound_with_reuseaddr(AF_INET, wildcard(AF_INET, 0));
    unsigned port = port_of(local_of(first));
    int dual = bound_with_reuseaddr(AF_INET6, wildcard(AF_INET6, port));
    int specific = bound_with_reuseaddr(AF_INET, loopback(AF_INET, port));

    EXPECT(listen(first, 1), 0);
    EXPECT_ERROR(listen(dual, 1), EADDRINUSE);
    EXPECT_ERROR(listen(specific, 1), EADDRINUSE);
    EXPECT(close(first), 0);
    EXPECT(listen(specific, 1), 0);
    EXPECT(close(dual), 0);
    EXPECT(close(specific), 0);
}
