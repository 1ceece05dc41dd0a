#include "conformance.h"

CONFORMANCE_CASE(tcp_sendto_does_not_connect)
{
    int listener = listening_socket(AF_INET);
    int client = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    union address name = local_of(listener);

    EXPECT_ERROR(sendto(client, "x", 1, MSG_NOSIGNAL, &name.sa, sizeof name.in), EPIPE);
    EXPECT(close(client), 0);
    EXPECT(close(listener), 0);
}
