#include "conformance.h"

CONFORMANCE_CASE(tcp_connect_after_a_reset_is_eisconn_until_dissolved)
{
    int listener = listening_socket(AF_INET);
    int fd = reset_socket();

    EXPECT_ERROR(connect_to(fd, local_of(listener)), EISCONN);
    EXPECT(close(fd), 0);
    EXPECT(close(listener), 0);
}
