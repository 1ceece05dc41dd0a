#include "conformance.h"

CONFORMANCE_CASE(tcp_send_takes_what_fits_and_then_is_eagain)
{
    static char block[60000];
    struct pair pair = connected_pair(AF_INET);
    long sent;
    bool partial = false;

    set_nonblocking(pair.client);
    while ((sent = send(pair.client, block, sizeof block, 0)) > 0) {
        partial = partial || sent < (long)sizeof block;
    }
    EXPECT_TRUE(partial);
    EXPECT_ERROR(send(pair.client, block, sizeof block, 0), EAGAIN);
    close_pair(pair);
}
