#include "conformance.h"

CONFORMANCE_CASE(inet_pton_of_an_unknown_family_is_eafnosupport)
{
    uint8_t bytes[16];

    EXPECT_ERROR(inet_pton(AF_UNSPEC, "1.2.3.4", bytes), EAFNOSUPPORT);
    EXPECT_ERROR(inet_pton(77, "1.2.3.4", bytes), EAFNOSUPPORT);
}
