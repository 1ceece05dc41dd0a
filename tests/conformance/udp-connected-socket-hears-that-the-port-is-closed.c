/* RFC 1122, 4.1.3.3: ICMP's "port unreachable" is passed to the program. */
#include "conformance.h"

CONFORMANCE_CASE(udp_connected_socket_hears_that_the_port_is_closed)
{
    int closed = bound_socket(AF_INET, SOCK_DGRAM);
    int fd = connected_datagram(local_of(closed));
    char buf[8];

    EXPECT(close(closed), 0);
    EXPECT(send(fd, "x", 1, 0), 1);
    wait_for(fd, POLLERR);
    EXPECT_ERROR(recv(fd, buf, sizeof buf, 0), ECONNREFUSED);
    EXPECT_ERROR(recv(fd, buf, sizeof buf, MSG_DONTWAIT), EAGAIN);
    EXPECT(send(fd, "x", 1, 0), 1);
    wait_for(fd, POLLERR);
    EXPECT(get_flag(fd, SOL_SOCKET, SO_ERROR), ECONNREFUSED);
    EXPECT(get_flag(fd, SOL_SOCKET, SO_ERROR), 0);
    EXPECT(close(fd), 0);
}
