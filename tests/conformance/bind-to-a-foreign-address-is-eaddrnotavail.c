#include "conformance.h"

CONFORMANCE_CASE(bind_to_a_foreign_address_is_eaddrnotavail)
{
    int stream = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    int datagram = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));

    EXPECT_ERROR(bind_to(stream, foreign_address(0)), EADDRNOTAVAIL);
    EXPECT_ERROR(bind_to(datagram, foreign_address(0)), EADDRNOTAVAIL);
    EXPECT(bind_to(stream, loopback(AF_INET, 0)), 0);
    EXPECT(close(stream), 0);
    EXPECT(close(datagram), 0);
}
