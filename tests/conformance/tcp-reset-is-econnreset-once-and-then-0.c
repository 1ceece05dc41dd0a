#include "conformance.h"

CONFORMANCE_CASE(tcp_reset_is_econnreset_once_and_then_0)
{
    int fd = reset_socket();
    char buf[8];

    EXPECT_ERROR(recv(fd, buf, sizeof buf, 0), ECONNRESET);
    EXPECT(recv(fd, buf, sizeof buf, 0), 0);
    EXPECT(recv(fd, buf, sizeof buf, 0), 0);
    EXPECT(get_flag(fd, SOL_SOCKET, SO_ERROR), 0);
    EXPECT(close(fd), 0);
}
