#include "conformance.h"

CONFORMANCE_CASE(tcp_connect_reports_the_refusal_of_a_nonblocking_attempt)
{
    int deaf = bound_socket(AF_INET, SOCK_STREAM);
    int client = EXPECT_FD(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));

    EXPECT_ERROR(connect_to(client, local_of(deaf)), EINPROGRESS);
    wait_for(client, POLLOUT);
    EXPECT_ERROR(connect_to(client, local_of(deaf)), ECONNREFUSED);
    EXPECT(get_flag(client, SOL_SOCKET, SO_ERROR), 0);
    EXPECT(close(client), 0);
    EXPECT(close(deaf), 0);
}
