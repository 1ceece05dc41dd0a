#include "conformance.h"

CONFORMANCE_CASE(socket_of_an_unsupported_type_is_esocktnosupport)
{
    EXPECT_ERROR(socket(AF_INET, SOCK_SEQPACKET, 0), ESOCKTNOSUPPORT);
    EXPECT_ERROR(socket(AF_INET6, SOCK_SEQPACKET, 0), ESOCKTNOSUPPORT);
    EXPECT_ERROR(socket(AF_INET, 0, 0), ESOCKTNOSUPPORT);
}
