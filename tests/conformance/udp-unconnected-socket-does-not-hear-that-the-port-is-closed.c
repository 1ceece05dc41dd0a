#include "conformance.h"

CONFORMANCE_CASE(udp_unconnected_socket_does_not_hear_that_the_port_is_closed)
{
    int closed = bound_socket(AF_INET, SOCK_DGRAM);
    int fd = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));
    union address to = local_of(closed);
    char buf[8];

    EXPECT(close(closed), 0);
    EXPECT(sendto(fd, "x", 1, 0, &to.sa, sizeof to.in), 1);
    EXPECT(sendto(fd, "x", 1, 0, &to.sa, sizeof to.in), 1);
    set_timeout(fd, SO_RCVTIMEO, 20);
    EXPECT_ERROR(recv(fd, buf, sizeof buf, 0), EAGAIN);
    EXPECT(get_flag(fd, SOL_SOCKET, SO_ERROR), 0);
    EXPECT(close(fd), 0);
}
