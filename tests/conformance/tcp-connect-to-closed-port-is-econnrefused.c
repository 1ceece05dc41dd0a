/* RFC 9293, 3.10.7.3: a reset that answers the SYN. */
#include "conformance.h"

CONFORMANCE_CASE(tcp_connect_to_closed_port_is_econnrefused)
{
    int deaf = bound_socket(AF_INET, SOCK_STREAM);
    int deaf6 = bound_socket(AF_INET6, SOCK_STREAM);
    int client = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    int client6 = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));

    EXPECT_ERROR(connect_to(client, local_of(deaf)), ECONNREFUSED);
    EXPECT_ERROR(connect_to(client6, local_of(deaf6)), ECONNREFUSED);
    EXPECT(get_flag(client, SOL_SOCKET, SO_ERROR), 0);
    EXPECT(close(client), 0);
    EXPECT(close(client6), 0);
    EXPECT(close(deaf), 0);
    EXPECT(close(deaf6), 0);
}
