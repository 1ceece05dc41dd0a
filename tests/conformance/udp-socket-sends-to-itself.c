#include "conformance.h"

CONFORMANCE_CASE(udp_socket_sends_to_itself)
{
    int fd = bound_socket(AF_INET, SOCK_DGRAM);
    union address own = local_of(fd);
    char buf[8];

    EXPECT(sendto(fd, "self", 4, 0, &own.sa, sizeof own.in), 4);
    EXPECT_BYTES(recv(fd, buf, sizeof buf, 0), buf, "self");
    EXPECT(connect_to(fd, own), 0);
    EXPECT(send(fd, "again", 5, 0), 5);
    EXPECT_BYTES(recv(fd, buf, sizeof buf, 0), buf, "again");
    EXPECT(close(fd), 0);
}
