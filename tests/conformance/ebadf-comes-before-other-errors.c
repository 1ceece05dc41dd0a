#include "conformance.h"

CONFORMANCE_CASE(ebadf_comes_before_other_errors)
{
    EXPECT_ERROR(listen(-1, -1), EBADF);
    EXPECT_ERROR(shutdown(-1, 99), EBADF);
    EXPECT_ERROR(getsockopt(-1, 9999, 9999, NULL, NULL), EBADF);
    EXPECT_ERROR(setsockopt(-1, 9999, 9999, NULL, 0), EBADF);
    EXPECT_ERROR(getsockname(-1, NULL, NULL), EBADF);
    EXPECT_ERROR(fcntl(-1, 9999, 0), EBADF);
}
