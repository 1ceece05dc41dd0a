#include "conformance.h"

CONFORMANCE_CASE(option_that_is_unknown_is_enoprotoopt)
{
    int stream = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));
    int datagram = EXPECT_FD(socket(AF_INET6, SOCK_DGRAM, 0));
    int value = 1;
    socklen_t len = sizeof value;

    EXPECT_ERROR(setsockopt(stream, SOL_SOCKET, 9999, &value, len), ENOPROTOOPT);
    EXPECT_ERROR(getsockopt(stream, SOL_SOCKET, 9999, &value, &len), ENOPROTOOPT);
    EXPECT_ERROR(setsockopt(stream, IPPROTO_TCP, 9999, &value, len), ENOPROTOOPT);
    EXPECT_ERROR(getsockopt(stream, IPPROTO_TCP, 9999, &value, &len), ENOPROTOOPT);
    EXPECT_ERROR(setsockopt(stream, IPPROTO_IPV6, 9999, &value, len), ENOPROTOOPT);
    EXPECT_ERROR(getsockopt(stream, IPPROTO_IPV6, 9999, &value, &len), ENOPROTOOPT);
    EXPECT_ERROR(setsockopt(datagram, SOL_SOCKET, 9999, &value, len), ENOPROTOOPT);
    EXPECT_ERROR(getsockopt(datagram, SOL_SOCKET, 9999, &value, &len), ENOPROTOOPT);
    EXPECT_ERROR(setsockopt(stream, 9999, 1, &value, len), ENOPROTOOPT);
    EXPECT_ERROR(getsockopt(stream, 9999, 1, &value, &len), ENOPROTOOPT);
    EXPECT(close(stream), 0);
    EXPECT(close(datagram), 0);
}
