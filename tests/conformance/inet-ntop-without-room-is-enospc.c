#include "conformance.h"

CONFORMANCE_CASE(inet_ntop_without_room_is_enospc)
{
    static const uint8_t four[4] = {127, 0, 0, 1};
    static const uint8_t six[16] = {0x20, 1, 0x0d, 0xb8, [15] = 1};
    char text[INET6_ADDRSTRLEN] = "----";

    errno = 0;
    EXPECT_STRING(inet_ntop(AF_INET, four, text, 9), NULL);
    EXPECT_TRUE(errno == ENOSPC);
    EXPECT_STRING(inet_ntop(AF_INET, four, text, 10), "127.0.0.1");
    errno = 0;
    EXPECT_STRING(inet_ntop(AF_INET6, six, text, 11), NULL);
    EXPECT_TRUE(errno == ENOSPC);
    EXPECT_STRING(inet_ntop(AF_INET6, six, text, 12), "2001:db8::1");
    errno = 0;
    EXPECT_STRING(inet_ntop(AF_INET, four, text, 0), NULL);
    EXPECT_TRUE(errno == ENOSPC);
}
