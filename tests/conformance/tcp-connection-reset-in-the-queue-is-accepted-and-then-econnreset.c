#include "conformance.h"

CONFORMANCE_CASE(tcp_connection_reset_in_the_queue_is_accepted_and_then_econnreset)
{
    int listener = listening_socket(AF_INET);
    int client = connected_socket(local_of(listener));
    union address none = wildcard(AF_UNSPEC, 0);
    union address from = wildcard(AF_UNSPEC, 0);
    socklen_t len = sizeof from;
    char buf[8];

    wait_for(listener, POLLIN);
    EXPECT(send(client, "last", 4, 0), 4);
    EXPECT(connect(client, &none.sa, sizeof none.sa), 0);
    int server = EXPECT_FD(accept(listener, &from.sa, &len));
    EXPECT_ADDRESS(from, loopback(AF_INET, port_of(from)));
    wait_for(server, POLLERR);
    EXPECT_BYTES(recv(server, buf, sizeof buf, 0), buf, "last");
    EXPECT_ERROR(recv(server, buf, sizeof buf, 0), ECONNRESET);
    EXPECT(recv(server, buf, sizeof buf, 0), 0);
    EXPECT(close(server), 0);
    EXPECT(close(client), 0);
    EXPECT(close(listener), 0);
}
