#include "conformance.h"

CONFORMANCE_CASE(address_that_is_too_short_is_einval)
{
    int stream = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    int stream6 = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));
    int datagram = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));
    union address address = loopback(AF_INET, 9);
    union address address6 = loopback(AF_INET6, 9);

    EXPECT_ERROR(bind(stream, &address.sa, 15), EINVAL);
    EXPECT_ERROR(bind(stream6, &address6.sa, 23), EINVAL);
    EXPECT_ERROR(connect(stream, &address.sa, 15), EINVAL);
    EXPECT_ERROR(connect(stream6, &address6.sa, 23), EINVAL);
    EXPECT_ERROR(connect(stream, &address.sa, 1), EINVAL);
    EXPECT_ERROR(connect(datagram, &address.sa, 15), EINVAL);
    EXPECT_ERROR(sendto(datagram, "x", 1, 0, &address.sa, 15), EINVAL);
    EXPECT(close(stream), 0);
    EXPECT(close(stream6), 0);
    EXPECT(close(datagram), 0);
}
