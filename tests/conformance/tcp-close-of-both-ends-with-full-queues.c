#include "conformance.h"

CONFORMANCE_CASE(tcp_close_of_both_ends_with_full_queues)
{
    struct pair pair = connected_pair(AF_INET);

    fill(pair.client);
    fill(pair.server);
    close_pair(pair);
}
