#include "conformance.h"

CONFORMANCE_CASE(bind_with_an_address_of_another_family_fails)
{
    int fd = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    int fd6 = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));
    union address address = loopback(AF_INET, 0);

    EXPECT_ERROR(bind_to(fd, loopback(AF_INET6, 0)), EAFNOSUPPORT);
    EXPECT_ERROR(bind(fd6, &address.sa, sizeof address.in), EINVAL);
    EXPECT_ERROR(bind(fd6, &address.sa, sizeof address.in6), EAFNOSUPPORT);
    EXPECT(close(fd), 0);
    EXPECT(close(fd6), 0);
}
