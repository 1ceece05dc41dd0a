#include "conformance.h"

CONFORMANCE_CASE(so_type_tells_the_type)
{
    int stream = EXPECT_FD(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
    int datagram = EXPECT_FD(socket(AF_INET6, SOCK_DGRAM, 0));

    EXPECT(get_flag(stream, SOL_SOCKET, SO_TYPE), SOCK_STREAM);
    EXPECT(get_flag(datagram, SOL_SOCKET, SO_TYPE), SOCK_DGRAM);
    EXPECT(close(stream), 0);
    EXPECT(close(datagram), 0);
}
