#include "tap_cases.h"

/* The kernel's side answers the end of the stream, not before. */
CONFORMANCE_CASE(half_close_by_us_leaves_the_kernels_direction)
{
    int fd = command_kernel(AF_INET, "sink");
    char byte;

    send_pattern(fd, 1000);
    EXPECT_ERROR(recv(fd, &byte, 1, MSG_DONTWAIT), EAGAIN);
    EXPECT(shutdown(fd, SHUT_WR), 0);
    expect_rest(fd, "1000 bytes of the pattern");
}
