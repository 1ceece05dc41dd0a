#include "tap_cases.h"

CONFORMANCE_CASE(half_close_by_the_kernel_leaves_our_direction)
{
    int fd = command_kernel(AF_INET, "end-first");
    char buf[10];

    EXPECT_BYTES(recv(fd, buf, sizeof buf, MSG_WAITALL), buf, "bye");
    EXPECT(recv(fd, buf, sizeof buf, 0), 0);
    EXPECT_EVENTS(fd, POLLIN | POLLOUT | POLLRDHUP, POLLIN | POLLOUT | POLLRDHUP);
    send_pattern(fd, 100000);
    EXPECT(close(fd), 0);
    expect_rest(command_kernel(AF_INET, "report"), "100000 bytes of the pattern");
}
