#include "conformance.h"

CONFORMANCE_CASE(socket_is_the_lowest_free_descriptor)
{
    int first = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    int second = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));
    int third = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));

    EXPECT_TRUE(first < second && second < third);
    EXPECT(close(first), 0);
    EXPECT_TRUE(EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0)) == first);
    EXPECT(close(second), 0);
    EXPECT(close(first), 0);
    EXPECT_TRUE(EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0)) == first);
    EXPECT(close(first), 0);
    EXPECT(close(third), 0);
}
