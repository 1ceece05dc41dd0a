#include "conformance.h"

CONFORMANCE_CASE(bind_twice_is_einval)
{
    int types[2] = {SOCK_STREAM, SOCK_DGRAM};

    for (int i = 0; i < 2; i++) {
        int fd = EXPECT_FD(socket(AF_INET, types[i], 0));
        EXPECT(bind_to(fd, loopback(AF_INET, 0)), 0);
        EXPECT_ERROR(bind_to(fd, loopback(AF_INET, 0)), EINVAL);
        EXPECT(close(fd), 0);
    }
}
