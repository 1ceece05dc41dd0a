#include "conformance.h"

CONFORMANCE_CASE(udp_sendto_port_0_is_einval)
{
    int fd = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));
    int fd6 = EXPECT_FD(socket(AF_INET6, SOCK_DGRAM, 0));
    union address to = loopback(AF_INET, 0);
    union address to6 = loopback(AF_INET6, 0);

    EXPECT_ERROR(sendto(fd, "x", 1, 0, &to.sa, sizeof to.in), EINVAL);
    EXPECT_ERROR(sendto(fd6, "x", 1, 0, &to6.sa, sizeof to6.in6), EINVAL);
    EXPECT(close(fd), 0);
    EXPECT(close(fd6), 0);
}
