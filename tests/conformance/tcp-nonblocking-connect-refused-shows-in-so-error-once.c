#include "conformance.h"

CONFORMANCE_CASE(tcp_nonblocking_connect_refused_shows_in_so_error_once)
{
    int deaf = bound_socket(AF_INET, SOCK_STREAM);
    int client = EXPECT_FD(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));

    EXPECT_ERROR(connect_to(client, local_of(deaf)), EINPROGRESS);
    wait_for(client, POLLOUT);
    EXPECT_EVENTS(client, POLLIN | POLLOUT | POLLRDHUP,
                  POLLIN | POLLOUT | POLLERR | POLLHUP | POLLRDHUP);
    EXPECT(get_flag(client, SOL_SOCKET, SO_ERROR), ECONNREFUSED);
    EXPECT(get_flag(client, SOL_SOCKET, SO_ERROR), 0);
    EXPECT_EVENTS(client, POLLIN | POLLOUT | POLLRDHUP, POLLIN | POLLOUT | POLLHUP | POLLRDHUP);
    EXPECT(close(client), 0);
    EXPECT(close(deaf), 0);
}
