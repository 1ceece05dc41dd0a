/* The listener's queue is full, so the SYN is not answered. */
#include "conformance.h"

CONFORMANCE_CASE(tcp_connect_under_way_is_ealready)
{
    int client;
    int listener = filled_listener(&client);
    int late = EXPECT_FD(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));

    EXPECT_ERROR(connect_to(late, local_of(listener)), EINPROGRESS);
    EXPECT_ERROR(connect_to(late, local_of(listener)), EALREADY);
    EXPECT_EVENTS(late, POLLIN | POLLOUT | POLLRDHUP, 0);
    EXPECT(close(late), 0);
    EXPECT(close(client), 0);
    EXPECT(close(listener), 0);
}
