#include "conformance.h"

CONFORMANCE_CASE(socket_with_the_types_protocol)
{
    EXPECT(close(EXPECT_FD(socket(AF_INET, SOCK_STREAM, IPPROTO_TCP))), 0);
    EXPECT(close(EXPECT_FD(socket(AF_INET6, SOCK_STREAM, IPPROTO_TCP))), 0);
    EXPECT(close(EXPECT_FD(socket(AF_INET, SOCK_DGRAM, IPPROTO_UDP))), 0);
    EXPECT(close(EXPECT_FD(socket(AF_INET6, SOCK_DGRAM, IPPROTO_UDP))), 0);
}
