#include "conformance.h"

CONFORMANCE_CASE(tcp_send_after_a_reset_is_econnreset_once_and_then_epipe)
{
    int fd = reset_socket();
    char buf[8];

    EXPECT_ERROR(send(fd, "x", 1, MSG_NOSIGNAL), ECONNRESET);
    EXPECT_ERROR(send(fd, "x", 1, MSG_NOSIGNAL), EPIPE);
    EXPECT_ERROR(send(fd, "x", 1, MSG_NOSIGNAL), EPIPE);
    EXPECT(recv(fd, buf, sizeof buf, 0), 0);
    EXPECT(close(fd), 0);
}
