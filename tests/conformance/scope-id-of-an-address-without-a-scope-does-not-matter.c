#include "conformance.h"

CONFORMANCE_CASE(scope_id_of_an_address_without_a_scope_does_not_matter)
{
    int listener = listening_socket(AF_INET6);
    int client = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));
    union address peer = local_of(listener);

    peer.in6.sin6_scope_id = 1;
    set_timeout(client, SO_SNDTIMEO, 1000);
    EXPECT(connect_to(client, peer), 0);
    close_pair((struct pair){client, EXPECT_FD(accept(listener, NULL, NULL))});
    EXPECT(close(listener), 0);
}
