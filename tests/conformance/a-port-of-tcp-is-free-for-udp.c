#include "conformance.h"

CONFORMANCE_CASE(a_port_of_tcp_is_free_for_udp)
{
    int stream = bound_socket(AF_INET, SOCK_STREAM);
    int datagram = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));

    EXPECT(bind_to(datagram, local_of(stream)), 0);
    EXPECT(close(stream), 0);
    EXPECT(close(datagram), 0);
}
