#include "tap_cases.h"

CONFORMANCE_CASE(connect_into_a_black_hole_ends_in_time)
{
    int fd = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    const uint32_t start_ms = now_ms();

    set_timeout(fd, SO_SNDTIMEO, 300);
    EXPECT_ERROR(connect_to(fd, address_of(BLACK_HOLE, 80)), EINPROGRESS);
    const uint32_t elapsed_ms = now_ms() - start_ms;
    EXPECT_TRUE(elapsed_ms >= 300 && elapsed_ms < 800);
    EXPECT_ERROR(connect_to(fd, address_of(BLACK_HOLE, 80)), EALREADY);
    EXPECT(close(fd), 0);
}
