#include "tap_cases.h"

CONFORMANCE_CASE(four_megabytes_go_to_the_kernel)
{
    int fd = command_kernel(AF_INET6, "sink");

    send_pattern(fd, 4 << 20);
    EXPECT(shutdown(fd, SHUT_WR), 0);
    expect_rest(fd, "4194304 bytes of the pattern");
}
