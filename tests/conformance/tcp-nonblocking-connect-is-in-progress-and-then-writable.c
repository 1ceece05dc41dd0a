#include "conformance.h"

CONFORMANCE_CASE(tcp_nonblocking_connect_is_in_progress_and_then_writable)
{
    int listener = listening_socket(AF_INET);
    int client = EXPECT_FD(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
    char buf[8];

    EXPECT_ERROR(connect_to(client, local_of(listener)), EINPROGRESS);
    wait_for(client, POLLOUT);
    EXPECT_EVENTS(client, POLLIN | POLLOUT, POLLOUT);
    EXPECT(get_flag(client, SOL_SOCKET, SO_ERROR), 0);
    int server = EXPECT_FD(accept(listener, NULL, NULL));
    EXPECT(send(client, "here", 4, 0), 4);
    EXPECT_BYTES(recv(server, buf, sizeof buf, 0), buf, "here");
    EXPECT(close(client), 0);
    EXPECT(close(server), 0);
    EXPECT(close(listener), 0);
}
