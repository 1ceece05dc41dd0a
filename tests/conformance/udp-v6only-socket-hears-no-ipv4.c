#include "conformance.h"

CONFORMANCE_CASE(udp_v6only_socket_hears_no_ipv4)
{
    int six = EXPECT_FD(socket(AF_INET6, SOCK_DGRAM, 0));
    int four = bound_socket(AF_INET, SOCK_DGRAM);
    char buf[16];

    set_flag(six, IPPROTO_IPV6, IPV6_V6ONLY, 1);
    EXPECT(bind_to(six, wildcard(AF_INET6, 0)), 0);
    union address to = loopback(AF_INET, port_of(local_of(six)));
    EXPECT(sendto(four, "four", 4, 0, &to.sa, sizeof to.in), 4);
    set_timeout(six, SO_RCVTIMEO, 20);
    EXPECT_ERROR(recv(six, buf, sizeof buf, 0), EAGAIN);
    to = mapped_loopback(port_of(local_of(four)));
    EXPECT_ERROR(sendto(six, "six", 3, 0, &to.sa, sizeof to.in6), ENETUNREACH);
    EXPECT(close(six), 0);
    EXPECT(close(four), 0);
}
