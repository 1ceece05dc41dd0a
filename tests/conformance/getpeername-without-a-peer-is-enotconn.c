#include "conformance.h"

CONFORMANCE_CASE(getpeername_without_a_peer_is_enotconn)
{
    int listener = listening_socket(AF_INET);
    int stream = bound_socket(AF_INET, SOCK_STREAM);
    int datagram = bound_socket(AF_INET, SOCK_DGRAM);
    union address name;
    socklen_t len = sizeof name;

    EXPECT_ERROR(getpeername(listener, &name.sa, &len), ENOTCONN);
    EXPECT_ERROR(getpeername(stream, &name.sa, &len), ENOTCONN);
    EXPECT_ERROR(getpeername(datagram, &name.sa, &len), ENOTCONN);
    EXPECT(close(listener), 0);
    EXPECT(close(stream), 0);
    EXPECT(close(datagram), 0);
}
