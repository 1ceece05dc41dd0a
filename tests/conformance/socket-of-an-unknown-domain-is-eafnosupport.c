#include "conformance.h"

CONFORMANCE_CASE(socket_of_an_unknown_domain_is_eafnosupport)
{
    EXPECT_ERROR(socket(AF_UNSPEC, SOCK_STREAM, 0), EAFNOSUPPORT);
    EXPECT_ERROR(socket(77, SOCK_STREAM, 0), EAFNOSUPPORT);
    EXPECT_ERROR(socket(-1, SOCK_DGRAM, 0), EAFNOSUPPORT);
    EXPECT_ERROR(socket(77, 77, 0), EINVAL);
    EXPECT_ERROR(socket(77, SOCK_SEQPACKET, IPPROTO_UDP), EAFNOSUPPORT);
}
