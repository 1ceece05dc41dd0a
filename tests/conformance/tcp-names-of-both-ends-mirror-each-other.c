#include "conformance.h"

CONFORMANCE_CASE(tcp_names_of_both_ends_mirror_each_other)
{
    int listener = listening_socket(AF_INET);
    int client = connected_socket(local_of(listener));
    union address from = wildcard(AF_UNSPEC, 0);
    socklen_t len = sizeof from;

    int server = EXPECT_FD(accept(listener, &from.sa, &len));
    EXPECT(len, sizeof from.in);
    EXPECT_ADDRESS(from, local_of(client));
    EXPECT_ADDRESS(peer_of(server), local_of(client));
    EXPECT_ADDRESS(local_of(server), peer_of(client));
    EXPECT_ADDRESS(local_of(server), local_of(listener));
    EXPECT(close(client), 0);
    EXPECT(close(server), 0);
    EXPECT(close(listener), 0);
}
