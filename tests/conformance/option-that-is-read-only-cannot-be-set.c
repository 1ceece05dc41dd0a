#include "conformance.h"

CONFORMANCE_CASE(option_that_is_read_only_cannot_be_set)
{
    int fd = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    int value = 1;

    EXPECT_ERROR(setsockopt(fd, SOL_SOCKET, SO_TYPE, &value, sizeof value), ENOPROTOOPT);
    EXPECT_ERROR(setsockopt(fd, SOL_SOCKET, SO_ERROR, &value, sizeof value), ENOPROTOOPT);
    EXPECT(close(fd), 0);
}
