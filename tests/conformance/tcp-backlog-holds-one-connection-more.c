#include "conformance.h"

CONFORMANCE_CASE(tcp_backlog_holds_one_connection_more)
{
    int listener = bound_socket(AF_INET, SOCK_STREAM);
    int fds[3];

    EXPECT(listen(listener, 1), 0);
    fds[0] = connected_socket(local_of(listener));
    fds[1] = connected_socket(local_of(listener));
    wait_for(listener, POLLIN);
    fds[2] = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    set_timeout(fds[2], SO_SNDTIMEO, 40);
    EXPECT_ERROR(connect_to(fds[2], local_of(listener)), EINPROGRESS);
    for (int i = 0; i < 3; i++) {
        EXPECT(close(fds[i]), 0);
    }
    EXPECT(close(listener), 0);
}
