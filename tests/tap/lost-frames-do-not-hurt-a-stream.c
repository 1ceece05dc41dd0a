#include "tap_cases.h"

/* One frame in 50 is lost, in each direction. */
CONFORMANCE_CASE(lost_frames_do_not_hurt_a_stream)
{
    const unsigned lost = lost_frames();
    int fd = commanded(address_of(KERNEL_BEHIND_LOSS, COMMAND_PORT), "source 1048576");

    receive_pattern(fd, 1 << 20);
    expect_rest(fd, "");
    EXPECT_TRUE(lost_frames() > lost + 10);
}
