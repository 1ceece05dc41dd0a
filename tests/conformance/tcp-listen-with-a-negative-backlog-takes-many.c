#include "conformance.h"

CONFORMANCE_CASE(tcp_listen_with_a_negative_backlog_takes_many)
{
    int listener = bound_socket(AF_INET, SOCK_STREAM);
    int fds[4];

    EXPECT(listen(listener, -1), 0);
    for (int i = 0; i < 4; i++) {
        fds[i] = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
        EXPECT(connect_to(fds[i], local_of(listener)), 0);
    }
    for (int i = 0; i < 4; i++) {
        EXPECT(close(fds[i]), 0);
    }
    EXPECT(close(listener), 0);
}
