#include "conformance.h"

CONFORMANCE_CASE(poll_counts_the_entries_with_events)
{
    struct pair pair = connected_pair(AF_INET);
    struct pollfd some[4] = {
        {.fd = pair.client, .events = POLLIN},
        {.fd = pair.server, .events = POLLOUT},
        {.fd = pair.server, .events = POLLIN | POLLOUT},
        {.fd = pair.client, .events = 0, .revents = -1},
    };

    EXPECT(poll(some, 4, -1), 2);
    EXPECT(some[0].revents, 0);
    EXPECT(some[1].revents, POLLOUT);
    EXPECT(some[2].revents, POLLOUT);
    EXPECT(some[3].revents, 0);
    send_text(pair.server, "x");
    wait_for(pair.client, POLLIN);
    EXPECT(poll(some, 4, -1), 3);
    EXPECT(some[0].revents, POLLIN);
    close_pair(pair);
}
