#include "conformance.h"

CONFORMANCE_CASE(null_buffer_is_efault)
{
    struct pair pair = connected_pair(AF_INET);
    void *volatile null = NULL;
    char buf[8];

    EXPECT_ERROR(send(pair.client, null, 1, 0), EFAULT);
    EXPECT(send(pair.client, null, 0, 0), 0);
    EXPECT(send(pair.client, "kept", 4, 0), 4);
    wait_for(pair.server, POLLIN);
    EXPECT_ERROR(recv(pair.server, null, 4, 0), EFAULT);
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, 0), buf, "kept");
    close_pair(pair);
}
