/* Linux's allowance for old programs. */
#include "conformance.h"

CONFORMANCE_CASE(bind_of_the_wildcard_without_a_family_is_ipv4)
{
    int wild = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));
    int specific = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));
    union address address = wildcard(AF_UNSPEC, 0);

    EXPECT(bind(wild, &address.sa, sizeof address.in), 0);
    EXPECT_ADDRESS(local_of(wild), wildcard(AF_INET, port_of(local_of(wild))));
    address = loopback(AF_INET, 0);
    address.sa.sa_family = AF_UNSPEC;
    EXPECT_ERROR(bind(specific, &address.sa, sizeof address.in), EAFNOSUPPORT);
    EXPECT(close(wild), 0);
    EXPECT(close(specific), 0);
}
