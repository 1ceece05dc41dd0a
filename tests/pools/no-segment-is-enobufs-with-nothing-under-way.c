#include "pools.h"

/* One connection whose peer does not read has all segments in its queue. */
CONFORMANCE_CASE(no_segment_is_enobufs_with_nothing_under_way)
{
    struct pair full = connected_pair(AF_INET);
    struct pair idle = connected_pair(AF_INET);
    static char buf[2048];
    char byte;

    set_nonblocking(full.client);
    size_t sent = 0;
    for (size_t more; (more = fill(full.client)) > 0;) {
        sent += more;
        EXPECT(poll(NULL, 0, 300), 0); /* the last acknowledgements make room again */
    }
    EXPECT_ERROR(send(full.client, "x", 1, 0), EAGAIN);
    EXPECT_ERROR(send(idle.client, "x", 1, 0), ENOBUFS);
    EXPECT_ERROR(send(idle.client, "x", 1, MSG_DONTWAIT), ENOBUFS);
    while (sent > 0) {
        const ssize_t got = recv(full.server, buf, sizeof buf, 0);
        EXPECT_TRUE(got > 0);
        sent -= (size_t)got;
    }
    EXPECT(send(idle.client, "x", 1, 0), 1);
    EXPECT(recv(idle.server, &byte, 1, 0), 1);
    close_pair(full);
    close_pair(idle);
}
