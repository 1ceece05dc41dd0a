#include "conformance.h"

CONFORMANCE_CASE(bind_to_port_0_chooses_a_port)
{
    int stream = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    int datagram = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));

    EXPECT(bind_to(stream, loopback(AF_INET, 0)), 0);
    EXPECT_TRUE(port_of(local_of(stream)) != 0);
    EXPECT_ADDRESS(local_of(stream), loopback(AF_INET, port_of(local_of(stream))));
    EXPECT(bind_to(datagram, wildcard(AF_INET, 0)), 0);
    EXPECT_TRUE(port_of(local_of(datagram)) != 0);
    EXPECT_ADDRESS(local_of(datagram), wildcard(AF_INET, port_of(local_of(datagram))));
    EXPECT(close(stream), 0);
    EXPECT(close(datagram), 0);
}
