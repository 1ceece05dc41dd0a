#include "conformance.h"

CONFORMANCE_CASE(tcp_getpeername_after_a_reset_is_enotconn)
{
    int fd = reset_socket();
    union address name;
    socklen_t len = sizeof name;

    EXPECT_ERROR(getpeername(fd, &name.sa, &len), ENOTCONN);
    EXPECT(close(fd), 0);
}
