#include "conformance.h"

CONFORMANCE_CASE(null_pointer_is_efault)
{
    int fd = bound_socket(AF_INET, SOCK_DGRAM);
    int fresh = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    /* The compiler knows that these must not be NULL. */
    void *volatile null = NULL;
    socklen_t len = sizeof(union address);
    int value = 1;

    EXPECT_ERROR(bind(fresh, null, sizeof(struct sockaddr_in)), EFAULT);
    EXPECT_ERROR(connect(fresh, null, sizeof(struct sockaddr_in)), EFAULT);
    EXPECT_ERROR(bind(fresh, null, 0), EINVAL);
    EXPECT_ERROR(getsockname(fd, null, &len), EFAULT);
    EXPECT_ERROR(getsockname(fd, (struct sockaddr *)&value, null), EFAULT);
    EXPECT_ERROR(setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, null, sizeof value), EFAULT);
    EXPECT_ERROR(getsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &value, null), EFAULT);
    EXPECT_ERROR(getsockopt(fd, SOL_SOCKET, SO_REUSEADDR, null, &len), EFAULT);
    EXPECT_ERROR(poll(null, 1, 0), EFAULT);
    EXPECT(close(fd), 0);
    EXPECT(close(fresh), 0);
}
