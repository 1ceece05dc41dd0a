#include "conformance.h"

CONFORMANCE_CASE(tcp_socket_whose_connect_was_refused_is_not_connected)
{
    int deaf = bound_socket(AF_INET, SOCK_STREAM);
    int client = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    union address name;
    socklen_t len = sizeof name;
    char buf[8];

    EXPECT_ERROR(connect_to(client, local_of(deaf)), ECONNREFUSED);
    EXPECT_ERROR(getpeername(client, &name.sa, &len), ENOTCONN);
    EXPECT_ERROR(recv(client, buf, sizeof buf, 0), ENOTCONN);
    EXPECT_ERROR(send(client, "x", 1, MSG_NOSIGNAL), EPIPE);
    EXPECT_ERROR(shutdown(client, SHUT_WR), ENOTCONN);
    EXPECT(close(client), 0);
    EXPECT(close(deaf), 0);
}
