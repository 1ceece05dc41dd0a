#include "conformance.h"

CONFORMANCE_CASE(poll_of_a_fresh_stream_is_out_and_hup)
{
    int fd = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    int bound = bound_socket(AF_INET, SOCK_STREAM);

    EXPECT_EVENTS(fd, POLLIN | POLLOUT | POLLRDHUP, POLLOUT | POLLHUP);
    EXPECT_EVENTS(fd, 0, POLLHUP);
    EXPECT_EVENTS(bound, POLLIN | POLLOUT | POLLRDHUP, POLLOUT | POLLHUP);
    EXPECT(close(fd), 0);
    EXPECT(close(bound), 0);
}
