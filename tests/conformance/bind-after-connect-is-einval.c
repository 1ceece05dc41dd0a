#include "conformance.h"

CONFORMANCE_CASE(bind_after_connect_is_einval)
{
    struct pair pair = connected_pair(AF_INET);
    int other = bound_socket(AF_INET, SOCK_DGRAM);
    int datagram = connected_datagram(local_of(other));

    EXPECT_ERROR(bind_to(pair.client, loopback(AF_INET, 0)), EINVAL);
    EXPECT_ERROR(bind_to(pair.server, loopback(AF_INET, 0)), EINVAL);
    EXPECT_ERROR(bind_to(datagram, loopback(AF_INET, 0)), EINVAL);
    close_pair(pair);
    EXPECT(close(datagram), 0);
    EXPECT(close(other), 0);
}
