/* Linux asks IPv4 for an option of a level that it does not have: EOPNOTSUPP, not ENOPROTOOPT. */
#include "conformance.h"

CONFORMANCE_CASE(option_of_another_level_cannot_be_read_on_an_ipv4_socket)
{
    int stream = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    int datagram = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));
    int value = 1;
    socklen_t len = sizeof value;

    EXPECT_ERROR(getsockopt(stream, 9999, 1, &value, &len), EOPNOTSUPP);
    EXPECT_ERROR(getsockopt(stream, IPPROTO_IPV6, IPV6_V6ONLY, &value, &len), EOPNOTSUPP);
    EXPECT_ERROR(getsockopt(datagram, IPPROTO_TCP, TCP_NODELAY, &value, &len), EOPNOTSUPP);
    EXPECT_ERROR(setsockopt(stream, 9999, 1, &value, len), ENOPROTOOPT);
    EXPECT_ERROR(setsockopt(stream, IPPROTO_IPV6, IPV6_V6ONLY, &value, len), ENOPROTOOPT);
    EXPECT_ERROR(setsockopt(datagram, IPPROTO_TCP, TCP_NODELAY, &value, len), ENOPROTOOPT);
    EXPECT(close(stream), 0);
    EXPECT(close(datagram), 0);
}
