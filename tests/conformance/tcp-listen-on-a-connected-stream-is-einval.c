#include "conformance.h"

CONFORMANCE_CASE(tcp_listen_on_a_connected_stream_is_einval)
{
    struct pair pair = connected_pair(AF_INET);

    EXPECT_ERROR(listen(pair.client, 1), EINVAL);
    EXPECT_ERROR(listen(pair.server, 1), EINVAL);
    close_pair(pair);
}
