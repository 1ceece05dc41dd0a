#include "conformance.h"

CONFORMANCE_CASE(tcp_shutdown_before_connect_is_remembered)
{
    int listener = listening_socket(AF_INET);
    int reader = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    int writer = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    char buf[8];

    EXPECT_ERROR(shutdown(reader, SHUT_RD), ENOTCONN);
    EXPECT(recv(reader, buf, sizeof buf, 0), 0);
    EXPECT_ERROR(shutdown(writer, SHUT_WR), ENOTCONN);
    EXPECT(connect_to(writer, local_of(listener)), 0);
    EXPECT_ERROR(send(writer, "x", 1, 0), EPIPE);
    EXPECT(close(reader), 0);
    EXPECT(close(writer), 0);
    EXPECT(close(listener), 0);
}
