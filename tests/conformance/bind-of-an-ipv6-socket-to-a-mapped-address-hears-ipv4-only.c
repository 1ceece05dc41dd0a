#include "conformance.h"

CONFORMANCE_CASE(bind_of_an_ipv6_socket_to_a_mapped_address_hears_ipv4_only)
{
    int listener = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));

    EXPECT(bind_to(listener, mapped_loopback(0)), 0);
    EXPECT(listen(listener, 1), 0);
    unsigned port = port_of(local_of(listener));
    EXPECT_ADDRESS(local_of(listener), mapped_loopback(port));
    int four = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    int six = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));
    EXPECT(connect_to(four, loopback(AF_INET, port)), 0);
    EXPECT_ERROR(connect_to(six, loopback(AF_INET6, port)), ECONNREFUSED);
    EXPECT(close(four), 0);
    EXPECT(close(six), 0);
    EXPECT(close(listener), 0);
}
