#include "conformance.h"

CONFORMANCE_CASE(tcp_listener_cannot_send_or_receive)
{
    int listener = listening_socket(AF_INET);
    char buf[8];

    EXPECT_ERROR(recv(listener, buf, sizeof buf, 0), ENOTCONN);
    EXPECT_ERROR(send(listener, "x", 1, MSG_NOSIGNAL), EPIPE);
    EXPECT(shutdown(listener, SHUT_WR), 0);
    int client = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    EXPECT(connect_to(client, local_of(listener)), 0);
    EXPECT(close(client), 0);
    EXPECT(close(listener), 0);
}
