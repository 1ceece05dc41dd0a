#include "conformance.h"

CONFORMANCE_CASE(bind_to_a_taken_port_is_eaddrinuse)
{
    int types[2] = {SOCK_STREAM, SOCK_DGRAM};

    for (int i = 0; i < 2; i++) {
        int first = bound_socket(AF_INET, types[i]);
        int second = EXPECT_FD(socket(AF_INET, types[i], 0));
        EXPECT_ERROR(bind_to(second, local_of(first)), EADDRINUSE);
        EXPECT_ERROR(bind_to(second, wildcard(AF_INET, port_of(local_of(first)))), EADDRINUSE);
        EXPECT(close(first), 0);
        EXPECT(bind_to(second, loopback(AF_INET, 0)), 0);
        EXPECT(close(second), 0);
    }
}
