#include "conformance.h"

CONFORMANCE_CASE(udp_listen_and_accept_are_eopnotsupp)
{
    int fd = bound_socket(AF_INET, SOCK_DGRAM);

    EXPECT_ERROR(listen(fd, 1), EOPNOTSUPP);
    EXPECT_ERROR(accept(fd, NULL, NULL), EOPNOTSUPP);
    EXPECT(close(fd), 0);
}
