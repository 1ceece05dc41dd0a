#include "conformance.h"

CONFORMANCE_CASE(tcp_recvfrom_without_a_length_for_the_address_is_efault)
{
    struct pair pair = connected_pair(AF_INET);
    union address address;
    /* The compiler knows that this must not be NULL. */
    socklen_t *volatile null = NULL;
    char buf[8];

    send_text(pair.client, "hello");
    EXPECT_ERROR(recvfrom(pair.server, buf, 2, MSG_TRUNC, &address.sa, null), EFAULT);
    close_pair(pair);
}
