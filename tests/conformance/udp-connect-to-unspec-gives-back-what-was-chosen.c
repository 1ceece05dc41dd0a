/* What bind() was asked for stays; an address and a port that were chosen go. */
#include "conformance.h"

CONFORMANCE_CASE(udp_connect_to_unspec_gives_back_what_was_chosen)
{
    int other = bound_socket(AF_INET, SOCK_DGRAM);
    int unbound = connected_datagram(local_of(other));
    int bound = bound_socket(AF_INET, SOCK_DGRAM);
    union address none = wildcard(AF_UNSPEC, 0);

    EXPECT_TRUE(port_of(local_of(unbound)) != 0);
    EXPECT(connect(unbound, &none.sa, sizeof none.sa), 0);
    EXPECT_ADDRESS(local_of(unbound), wildcard(AF_INET, 0));
    EXPECT(connect_to(bound, local_of(other)), 0);
    EXPECT(connect(bound, &none.sa, sizeof none.sa), 0);
    EXPECT_ADDRESS(local_of(bound), loopback(AF_INET, 0));
    EXPECT(close(unbound), 0);
    EXPECT(close(bound), 0);
    EXPECT(close(other), 0);
}
