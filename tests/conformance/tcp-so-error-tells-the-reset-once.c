#include "conformance.h"

CONFORMANCE_CASE(tcp_so_error_tells_the_reset_once)
{
    int fd = reset_socket();
    char buf[8];

    EXPECT(get_flag(fd, SOL_SOCKET, SO_ERROR), ECONNRESET);
    EXPECT(get_flag(fd, SOL_SOCKET, SO_ERROR), 0);
    EXPECT(recv(fd, buf, sizeof buf, 0), 0);
    EXPECT_ERROR(send(fd, "x", 1, MSG_NOSIGNAL), EPIPE);
    EXPECT(close(fd), 0);
}
