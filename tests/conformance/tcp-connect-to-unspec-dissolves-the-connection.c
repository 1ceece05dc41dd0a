/* The local socket hears of its own reset first; after that it is a fresh one. */
#include "conformance.h"

CONFORMANCE_CASE(tcp_connect_to_unspec_dissolves_the_connection)
{
    struct pair pair = connected_pair(AF_INET);
    union address none = wildcard(AF_UNSPEC, 0);
    union address name;
    socklen_t len = sizeof name;
    char buf[8];

    EXPECT(connect(pair.client, &none.sa, sizeof none.sa), 0);
    EXPECT_ERROR(getpeername(pair.client, &name.sa, &len), ENOTCONN);
    EXPECT_ERROR(recv(pair.client, buf, sizeof buf, 0), ECONNRESET);
    EXPECT_ERROR(recv(pair.client, buf, sizeof buf, 0), ENOTCONN);
    EXPECT_ERROR(recv(pair.server, buf, sizeof buf, 0), ECONNRESET);
    close_pair(pair);
}
