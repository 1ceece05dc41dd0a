#include "conformance.h"

static void expect_ebadf(int fd)
{
    union address address = loopback(AF_INET, 9);
    socklen_t len = sizeof address;
    struct timeval timeout = {.tv_sec = 1};
    socklen_t timeout_len = sizeof timeout;
    char buf[8] = "";

    EXPECT_ERROR(bind(fd, &address.sa, sizeof address.in), EBADF);
    EXPECT_ERROR(connect(fd, &address.sa, sizeof address.in), EBADF);
    EXPECT_ERROR(listen(fd, 1), EBADF);
    EXPECT_ERROR(accept(fd, NULL, NULL), EBADF);
    EXPECT_ERROR(send(fd, buf, 1, 0), EBADF);
    EXPECT_ERROR(sendto(fd, buf, 1, 0, &address.sa, sizeof address.in), EBADF);
    EXPECT_ERROR(recv(fd, buf, 1, 0), EBADF);
    EXPECT_ERROR(recvfrom(fd, buf, 1, 0, &address.sa, &len), EBADF);
    EXPECT_ERROR(shutdown(fd, SHUT_RDWR), EBADF);
    EXPECT_ERROR(getsockname(fd, &address.sa, &len), EBADF);
    EXPECT_ERROR(getpeername(fd, &address.sa, &len), EBADF);
    EXPECT_ERROR(setsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &timeout, sizeof timeout), EBADF);
    EXPECT_ERROR(getsockopt(fd, SOL_SOCKET, SO_RCVTIMEO, &timeout, &timeout_len), EBADF);
    EXPECT_ERROR(fcntl(fd, F_GETFL, 0), EBADF);
    EXPECT_ERROR(fcntl(fd, F_SETFL, O_NONBLOCK), EBADF);
    EXPECT_ERROR(close(fd), EBADF);
}

CONFORMANCE_CASE(call_on_a_descriptor_that_is_not_open_is_ebadf)
{
    int closed = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));

    EXPECT(close(closed), 0);
    expect_ebadf(closed);
    expect_ebadf(-1);
    expect_ebadf(1000000);
    expect_ebadf(INT32_MAX);
    expect_ebadf(INT32_MIN);
}
