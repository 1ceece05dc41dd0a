#include "conformance.h"

CONFORMANCE_CASE(so_error_of_a_healthy_socket_is_0)
{
    int stream = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    int datagram = bound_socket(AF_INET, SOCK_DGRAM);
    struct pair pair = connected_pair(AF_INET);
    char buf[8];

    EXPECT(get_flag(stream, SOL_SOCKET, SO_ERROR), 0);
    EXPECT(get_flag(datagram, SOL_SOCKET, SO_ERROR), 0);
    EXPECT(get_flag(pair.client, SOL_SOCKET, SO_ERROR), 0);
    /* A call that fails at once leaves nothing behind. */
    EXPECT_ERROR(recv(stream, buf, sizeof buf, 0), ENOTCONN);
    EXPECT_ERROR(recv(pair.client, buf, sizeof buf, MSG_DONTWAIT), EAGAIN);
    EXPECT(get_flag(stream, SOL_SOCKET, SO_ERROR), 0);
    EXPECT(get_flag(pair.client, SOL_SOCKET, SO_ERROR), 0);
    EXPECT(close(stream), 0);
    EXPECT(close(datagram), 0);
    close_pair(pair);
}
