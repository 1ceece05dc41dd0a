#include "tap_cases.h"

CONFORMANCE_CASE(four_megabytes_come_from_the_kernel)
{
    int fd = command_kernel(AF_INET, "source %u", 4 << 20);

    receive_pattern(fd, 4 << 20);
    expect_rest(fd, "");
}
