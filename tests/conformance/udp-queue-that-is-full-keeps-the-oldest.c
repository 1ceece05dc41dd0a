#include "conformance.h"

CONFORMANCE_CASE(udp_queue_that_is_full_keeps_the_oldest)
{
    static unsigned char block[1000];
    struct pair pair = connected_datagrams(AF_INET);
    int sent = 0;
    int received = 0;
    bool in_order = true;

    for (; sent < 400; sent++) {
        pattern_write(block, sizeof block, (size_t)sent);
        if (send(pair.client, block, sizeof block, 0) != sizeof block) {
            break;
        }
        /* Let it arrive. */
        if (recv(pair.client, block, sizeof block, MSG_DONTWAIT) != -1) {
            break;
        }
    }
    wait_for(pair.server, POLLIN);
    while (recv(pair.server, block, sizeof block, MSG_DONTWAIT) == sizeof block) {
        in_order = in_order && pattern_is(block, sizeof block, (size_t)received);
        received++;
    }
    EXPECT_TRUE(in_order);
    EXPECT_TRUE(received > 0 && received < 400);
    EXPECT(send(pair.client, "room again", 10, 0), 10);
    EXPECT_BYTES(recv(pair.server, block, sizeof block, 0), block, "room again");
    close_pair(pair);
}
