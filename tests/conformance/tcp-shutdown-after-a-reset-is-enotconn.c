#include "conformance.h"

CONFORMANCE_CASE(tcp_shutdown_after_a_reset_is_enotconn)
{
    int fd = reset_socket();

    EXPECT_ERROR(shutdown(fd, SHUT_WR), ENOTCONN);
    EXPECT(close(fd), 0);
}
