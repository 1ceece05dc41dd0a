#include "conformance.h"

CONFORMANCE_CASE(udp_recv_with_nothing_there_is_eagain)
{
    int fd = bound_socket(AF_INET, SOCK_DGRAM);
    int fresh = EXPECT_FD(socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0));
    char buf[8];

    EXPECT_ERROR(recv(fd, buf, sizeof buf, MSG_DONTWAIT), EAGAIN);
    EXPECT_ERROR(recv(fresh, buf, sizeof buf, 0), EAGAIN);
    EXPECT(close(fd), 0);
    EXPECT(close(fresh), 0);
}
