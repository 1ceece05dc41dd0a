#include "conformance.h"

CONFORMANCE_CASE(inet_ntop_of_an_unknown_family_is_eafnosupport)
{
    static const uint8_t bytes[16];
    char text[INET6_ADDRSTRLEN];

    errno = 0;
    EXPECT_STRING(inet_ntop(77, bytes, text, sizeof text), NULL);
    EXPECT_TRUE(errno == EAFNOSUPPORT);
}
