#include "tap_cases.h"

CONFORMANCE_CASE(lost_frames_do_not_hurt_what_we_send)
{
    const unsigned lost = lost_frames();
    int fd = commanded(address_of(KERNEL_BEHIND_LOSS, COMMAND_PORT), "sink");

    send_pattern(fd, 100000);
    EXPECT(shutdown(fd, SHUT_WR), 0);
    expect_rest(fd, "100000 bytes of the pattern");
    EXPECT_TRUE(lost_frames() > lost);
}
