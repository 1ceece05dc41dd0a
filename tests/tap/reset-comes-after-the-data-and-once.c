#include "tap_cases.h"

/* The kernel resets the connection when we have acknowledged its data: both are there before the
 * first look. */
static void look_after_reset(int family)
{
    int fd = command_kernel(family, "reset");
    char buf[40];

    wait_for(fd, POLLERR);
    EXPECT_BYTES(recv(fd, buf, sizeof buf, 0), buf, "before the reset");
    EXPECT_ERROR(recv(fd, buf, sizeof buf, 0), ECONNRESET);
    EXPECT(recv(fd, buf, sizeof buf, 0), 0);
    EXPECT_ERROR(send(fd, "x", 1, 0), EPIPE);
    EXPECT(close(fd), 0);
}

CONFORMANCE_CASE(reset_comes_after_the_data_and_once)
{
    look_after_reset(AF_INET);
    look_after_reset(AF_INET6);
}
