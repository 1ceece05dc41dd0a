#include "conformance.h"

CONFORMANCE_CASE(udp_connect_to_unspec_dissolves_the_peer)
{
    struct pair pair = connected_datagrams(AF_INET);
    int stranger = bound_socket(AF_INET, SOCK_DGRAM);
    union address none = wildcard(AF_UNSPEC, 0);
    union address own = local_of(pair.server);
    socklen_t len = sizeof none;
    char buf[16];

    /* The port has to be asked for by its number, or it goes too. */
    EXPECT(close(pair.server), 0);
    pair.server = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));
    EXPECT(bind_to(pair.server, own), 0);
    EXPECT(connect_to(pair.server, local_of(pair.client)), 0);
    EXPECT(connect(pair.server, &none.sa, sizeof none.sa), 0);
    EXPECT_ERROR(getpeername(pair.server, &none.sa, &len), ENOTCONN);
    EXPECT_ERROR(send(pair.server, "x", 1, 0), EDESTADDRREQ);
    EXPECT_ADDRESS(local_of(pair.server), own);
    EXPECT(sendto(stranger, "stranger", 8, 0, &own.sa, sizeof own.in), 8);
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, 0), buf, "stranger");
    EXPECT(close(stranger), 0);
    close_pair(pair);
}
