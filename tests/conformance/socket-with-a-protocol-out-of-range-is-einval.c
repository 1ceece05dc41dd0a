#include "conformance.h"

CONFORMANCE_CASE(socket_with_a_protocol_out_of_range_is_einval)
{
    EXPECT_ERROR(socket(AF_INET, SOCK_STREAM, -1), EINVAL);
    EXPECT_ERROR(socket(AF_INET, SOCK_STREAM, 9999), EINVAL);
    EXPECT_ERROR(socket(AF_INET6, SOCK_DGRAM, 9999), EINVAL);
}
