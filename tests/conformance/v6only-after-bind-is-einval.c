#include "conformance.h"

CONFORMANCE_CASE(v6only_after_bind_is_einval)
{
    int stream = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));
    int datagram = EXPECT_FD(socket(AF_INET6, SOCK_DGRAM, 0));
    int value = 1;

    EXPECT(bind_to(stream, wildcard(AF_INET6, 0)), 0);
    EXPECT(bind_to(datagram, wildcard(AF_INET6, 0)), 0);
    EXPECT_ERROR(setsockopt(stream, IPPROTO_IPV6, IPV6_V6ONLY, &value, sizeof value), EINVAL);
    EXPECT_ERROR(setsockopt(datagram, IPPROTO_IPV6, IPV6_V6ONLY, &value, sizeof value), EINVAL);
    EXPECT(get_flag(stream, IPPROTO_IPV6, IPV6_V6ONLY), 0);
    EXPECT(close(stream), 0);
    EXPECT(close(datagram), 0);
}
