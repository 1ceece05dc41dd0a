/* RFC 2133's structure had no sin6_scope_id: 24 bytes. */
#include "conformance.h"

CONFORMANCE_CASE(ipv6_address_without_a_scope_id_is_long_enough)
{
    int listener = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));
    int client = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));
    union address address = loopback(AF_INET6, 0);

    EXPECT(bind(listener, &address.sa, 24), 0);
    EXPECT(listen(listener, 1), 0);
    address = local_of(listener);
    EXPECT(connect(client, &address.sa, 24), 0);
    EXPECT(close(client), 0);
    EXPECT(close(listener), 0);
}
