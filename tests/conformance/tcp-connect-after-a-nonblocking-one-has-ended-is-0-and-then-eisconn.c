#include "conformance.h"

CONFORMANCE_CASE(tcp_connect_after_a_nonblocking_one_has_ended_is_0_and_then_eisconn)
{
    int listener = listening_socket(AF_INET);
    int client = EXPECT_FD(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));

    EXPECT_ERROR(connect_to(client, local_of(listener)), EINPROGRESS);
    wait_for(client, POLLOUT);
    EXPECT(connect_to(client, local_of(listener)), 0);
    EXPECT_ERROR(connect_to(client, local_of(listener)), EISCONN);
    EXPECT(close(client), 0);
    EXPECT(close(listener), 0);
}
