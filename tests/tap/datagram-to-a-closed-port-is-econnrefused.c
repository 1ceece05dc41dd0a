#include "tap_cases.h"

static void refuse(union address peer)
{
    int fd = connected_datagram(peer);
    char byte;

    EXPECT(send(fd, "x", 1, 0), 1);
    wait_for(fd, POLLERR);
    EXPECT_ERROR(recv(fd, &byte, 1, 0), ECONNREFUSED);
    EXPECT_ERROR(recv(fd, &byte, 1, MSG_DONTWAIT), EAGAIN);
    EXPECT(send(fd, "x", 1, 0), 1);
    wait_for(fd, POLLERR);
    EXPECT_ERROR(send(fd, "x", 1, 0), ECONNREFUSED);
    EXPECT(close(fd), 0);
}

CONFORMANCE_CASE(datagram_to_a_closed_port_is_econnrefused)
{
    union address link_local = address_of(KERNEL_LINK_LOCAL, CLOSED_PORT);

    link_local.in6.sin6_scope_id = WIRE_NUMBER;
    refuse(kernel(AF_INET, CLOSED_PORT));
    refuse(kernel(AF_INET6, CLOSED_PORT));
    refuse(link_local);
}
