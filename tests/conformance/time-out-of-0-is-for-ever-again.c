#include "conformance.h"

CONFORMANCE_CASE(time_out_of_0_is_for_ever_again)
{
    int fd = bound_socket(AF_INET, SOCK_DGRAM);
    int sender = connected_datagram(local_of(fd));
    struct timeval timeout = {.tv_sec = 0};
    char buf[8];

    set_timeout(fd, SO_RCVTIMEO, 20);
    EXPECT_ERROR(recv(fd, buf, sizeof buf, 0), EAGAIN);
    EXPECT(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout), 0);
    EXPECT(send(sender, "here", 4, 0), 4);
    EXPECT_BYTES(recv(fd, buf, sizeof buf, 0), buf, "here");
    EXPECT(close(fd), 0);
    EXPECT(close(sender), 0);
}
