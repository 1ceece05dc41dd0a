#include "conformance.h"

CONFORMANCE_CASE(poll_wakes_for_what_is_already_on_its_way)
{
    struct pair pair = connected_pair(AF_INET);
    struct pollfd one = {.fd = pair.server, .events = POLLIN};
    char buf[8];

    EXPECT(send(pair.client, "go", 2, 0), 2);
    EXPECT(poll(&one, 1, -1), 1);
    EXPECT(one.revents, POLLIN);
    EXPECT_BYTES(recv(pair.server, buf, sizeof buf, MSG_DONTWAIT), buf, "go");
    close_pair(pair);
}
