#include "conformance.h"

CONFORMANCE_CASE(shutdown_with_a_bad_direction_is_einval)
{
    struct pair pair = connected_pair(AF_INET);
    int fresh = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    char buf[8];

    EXPECT_ERROR(shutdown(pair.client, 3), EINVAL);
    EXPECT_ERROR(shutdown(pair.client, -1), EINVAL);
    EXPECT_ERROR(shutdown(fresh, 3), EINVAL);
    EXPECT(send(pair.client, "fine", 4, 0), 4);
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, 0), buf, "fine");
    EXPECT(close(fresh), 0);
    close_pair(pair);
}
