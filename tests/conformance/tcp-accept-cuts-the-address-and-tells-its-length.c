#include "conformance.h"

CONFORMANCE_CASE(tcp_accept_cuts_the_address_and_tells_its_length)
{
    int listener = listening_socket(AF_INET);
    int client = connected_socket(local_of(listener));
    union address from = wildcard(AF_UNSPEC, 0);
    socklen_t len = 4;

    int server = EXPECT_FD(accept(listener, &from.sa, &len));
    EXPECT(len, sizeof from.in);
    EXPECT(from.in.sin_family, AF_INET);
    EXPECT_TRUE(port_of(from) == port_of(local_of(client)));
    EXPECT(from.in.sin_addr.s_addr, 0);
    EXPECT(close(client), 0);
    EXPECT(close(server), 0);
    EXPECT(close(listener), 0);
}
