#include "conformance.h"

CONFORMANCE_CASE(udp_shutdown_without_a_peer_is_enotconn)
{
    int fd = bound_socket(AF_INET, SOCK_DGRAM);

    EXPECT_ERROR(shutdown(fd, SHUT_RD), ENOTCONN);
    EXPECT_ERROR(shutdown(fd, SHUT_WR), ENOTCONN);
    EXPECT_ERROR(shutdown(fd, 7), EINVAL);
    EXPECT(close(fd), 0);
}
