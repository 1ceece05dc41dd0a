#include "tap_cases.h"

/* We are the server: one socket, peers of both families. */
static void answer(int fd, int family, unsigned len)
{
    static char buf[4000];
    union address sender = wildcard(AF_UNSPEC, 0);
    socklen_t sender_len = sizeof sender;

    int control = command_kernel(family, "datagram %u %u", port_of(local_of(fd)), len);
    EXPECT(recvfrom(fd, buf, sizeof buf, 0, &sender.sa, &sender_len), len);
    EXPECT(sendto(fd, buf, len, 0, &sender.sa, sender_len), len);
    expect_rest(control, "it came back");
}

CONFORMANCE_CASE(datagrams_of_the_kernel_are_answered)
{
    int fd = EXPECT_FD(socket(AF_INET6, SOCK_DGRAM, 0));

    set_timeout(fd, SO_RCVTIMEO, 3000);
    EXPECT(bind_to(fd, wildcard(AF_INET6, 0)), 0);
    answer(fd, AF_INET, 10);
    answer(fd, AF_INET6, 10);
    answer(fd, AF_INET, 3000);
    answer(fd, AF_INET6, 3000);
    EXPECT(close(fd), 0);
}
