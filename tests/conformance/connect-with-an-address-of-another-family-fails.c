#include "conformance.h"

CONFORMANCE_CASE(connect_with_an_address_of_another_family_fails)
{
    int fd = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    int fd6 = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));
    int datagram = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));
    union address address = loopback(AF_INET, 9);

    EXPECT_ERROR(connect_to(fd, loopback(AF_INET6, 9)), EAFNOSUPPORT);
    EXPECT_ERROR(connect(fd6, &address.sa, sizeof address.in), EINVAL);
    EXPECT_ERROR(connect(fd6, &address.sa, sizeof address.in6), EAFNOSUPPORT);
    EXPECT_ERROR(connect_to(datagram, loopback(AF_INET6, 9)), EAFNOSUPPORT);
    EXPECT(close(fd), 0);
    EXPECT(close(fd6), 0);
    EXPECT(close(datagram), 0);
}
