#include "conformance.h"

CONFORMANCE_CASE(poll_of_a_stream_with_bytes_is_in_until_they_are_read)
{
    struct pair pair = connected_pair(AF_INET);
    char buf[8];

    send_text(pair.client, "ab");
    wait_for(pair.server, POLLIN);
    EXPECT_EVENTS(pair.server, POLLIN | POLLPRI | POLLOUT | POLLRDHUP, POLLIN | POLLOUT);
    EXPECT_EVENTS(pair.server, POLLRDNORM | POLLWRNORM, POLLRDNORM | POLLWRNORM);
    EXPECT_EVENTS(pair.server, POLLOUT, POLLOUT);
    EXPECT_BYTES(recv(pair.server, buf, 1, 0), buf, "a");
    EXPECT_EVENTS(pair.server, POLLIN, POLLIN);
    EXPECT_BYTES(recv(pair.server, buf, 1, 0), buf, "b");
    EXPECT_EVENTS(pair.server, POLLIN, 0);
    close_pair(pair);
}
