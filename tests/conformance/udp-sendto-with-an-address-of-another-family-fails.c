#include "conformance.h"

CONFORMANCE_CASE(udp_sendto_with_an_address_of_another_family_fails)
{
    int fd = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));
    union address to = loopback(AF_INET6, 9);

    EXPECT_ERROR(sendto(fd, "x", 1, 0, &to.sa, sizeof to.in6), EAFNOSUPPORT);
    EXPECT(close(fd), 0);
}
