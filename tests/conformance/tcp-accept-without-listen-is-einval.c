#include "conformance.h"

CONFORMANCE_CASE(tcp_accept_without_listen_is_einval)
{
    int fresh = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    int bound = bound_socket(AF_INET, SOCK_STREAM);
    struct pair pair = connected_pair(AF_INET);

    EXPECT_ERROR(accept(fresh, NULL, NULL), EINVAL);
    EXPECT_ERROR(accept(bound, NULL, NULL), EINVAL);
    EXPECT_ERROR(accept(pair.client, NULL, NULL), EINVAL);
    close_pair(pair);
    EXPECT(close(fresh), 0);
    EXPECT(close(bound), 0);
}
