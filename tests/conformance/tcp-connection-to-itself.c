/* Both ends are one socket: a simultaneous open (RFC 9293, 3.5). */
#include "conformance.h"

CONFORMANCE_CASE(tcp_connection_to_itself)
{
    int fd = bound_socket(AF_INET, SOCK_STREAM);
    char buf[8];

    set_timeout(fd, SO_SNDTIMEO, 500);
    EXPECT(connect_to(fd, local_of(fd)), 0);
    EXPECT_ADDRESS(peer_of(fd), local_of(fd));
    EXPECT(send(fd, "self", 4, 0), 4);
    EXPECT_BYTES(recv(fd, buf, sizeof buf, 0), buf, "self");
    EXPECT(close(fd), 0);
}
