#include "conformance.h"

CONFORMANCE_CASE(tcp_connect_can_be_tried_again_after_refusal)
{
    int deaf = bound_socket(AF_INET, SOCK_STREAM);
    int listener = listening_socket(AF_INET);
    int client = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    char buf[8];

    EXPECT_ERROR(connect_to(client, local_of(deaf)), ECONNREFUSED);
    EXPECT(connect_to(client, local_of(listener)), 0);
    int server = EXPECT_FD(accept(listener, NULL, NULL));
    EXPECT(send(client, "late", 4, 0), 4);
    EXPECT_BYTES(recv(server, buf, sizeof buf, 0), buf, "late");
    EXPECT(close(client), 0);
    EXPECT(close(server), 0);
    EXPECT(close(listener), 0);
    EXPECT(close(deaf), 0);
}
