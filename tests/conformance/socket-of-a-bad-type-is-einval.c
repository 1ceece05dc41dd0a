#include "conformance.h"

CONFORMANCE_CASE(socket_of_a_bad_type_is_einval)
{
    EXPECT_ERROR(socket(AF_INET, 77, 0), EINVAL);
    EXPECT_ERROR(socket(AF_INET, 11, 0), EINVAL);
    EXPECT_ERROR(socket(AF_INET, -1, 0), EINVAL);
    EXPECT_ERROR(socket(AF_INET, SOCK_STREAM | 0x10000, 0), EINVAL);
}
