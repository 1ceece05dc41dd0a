#include "conformance.h"

CONFORMANCE_CASE(udp_send_without_a_peer_is_edestaddrreq)
{
    int fresh = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));
    int bound = bound_socket(AF_INET6, SOCK_DGRAM);

    EXPECT_ERROR(send(fresh, "x", 1, 0), EDESTADDRREQ);
    EXPECT_ERROR(send(fresh, "", 0, 0), EDESTADDRREQ);
    EXPECT_ERROR(sendto(bound, "x", 1, 0, NULL, 0), EDESTADDRREQ);
    EXPECT(close(fresh), 0);
    EXPECT(close(bound), 0);
}
