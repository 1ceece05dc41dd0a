#include "conformance.h"

CONFORMANCE_CASE(tcp_fresh_stream_is_not_connected)
{
    int fd = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    char buf[8];

    EXPECT_ERROR(recv(fd, buf, sizeof buf, 0), ENOTCONN);
    EXPECT_ERROR(recv(fd, buf, sizeof buf, MSG_DONTWAIT), ENOTCONN);
    EXPECT_ERROR(send(fd, "x", 1, MSG_NOSIGNAL), EPIPE);
    EXPECT_ERROR(shutdown(fd, SHUT_RD), ENOTCONN);
    EXPECT_ERROR(shutdown(fd, SHUT_WR), ENOTCONN);
    EXPECT_ERROR(shutdown(fd, SHUT_RDWR), ENOTCONN);
    EXPECT(close(fd), 0);
}
