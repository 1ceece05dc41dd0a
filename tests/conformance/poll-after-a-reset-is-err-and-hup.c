#include "conformance.h"

CONFORMANCE_CASE(poll_after_a_reset_is_err_and_hup)
{
    int fd = reset_socket();
    char buf[8];

    EXPECT_EVENTS(fd, POLLIN | POLLOUT | POLLRDHUP,
                  POLLIN | POLLOUT | POLLERR | POLLHUP | POLLRDHUP);
    EXPECT_EVENTS(fd, 0, POLLERR | POLLHUP);
    EXPECT_ERROR(recv(fd, buf, sizeof buf, 0), ECONNRESET);
    EXPECT_EVENTS(fd, POLLIN | POLLOUT | POLLRDHUP, POLLIN | POLLOUT | POLLHUP | POLLRDHUP);
    EXPECT(close(fd), 0);
}
