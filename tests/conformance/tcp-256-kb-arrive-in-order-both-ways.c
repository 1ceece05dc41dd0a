#include "conformance.h"

CONFORMANCE_CASE(tcp_256_kb_arrive_in_order_both_ways)
{
    enum { TOTAL = 256 * 1024 };
    static unsigned char block[3000];
    struct pair pair = connected_pair(AF_INET);
    int fds[2] = {pair.client, pair.server};
    size_t sent[2] = {0, 0};
    size_t received[2] = {0, 0};
    bool in_order = true;

    set_nonblocking(pair.client);
    set_nonblocking(pair.server);
    while (received[0] < TOTAL || received[1] < TOTAL) {
        struct pollfd both[2] = {
            {.fd = fds[0], .events = (short)(sent[0] < TOTAL ? POLLIN | POLLOUT : POLLIN)},
            {.fd = fds[1], .events = (short)(sent[1] < TOTAL ? POLLIN | POLLOUT : POLLIN)},
        };
        if (poll(both, 2, 2000) <= 0) {
            break;
        }
        for (int i = 0; i < 2; i++) {
            size_t len = TOTAL - sent[i] < sizeof block ? TOTAL - sent[i] : sizeof block;
            pattern_write(block, len, sent[i]);
            long count = len > 0 ? send(fds[i], block, len, 0) : 0;
            sent[i] += count > 0 ? (size_t)count : 0;
            count = recv(fds[i], block, sizeof block, 0);
            if (count > 0) {
                in_order = in_order && pattern_is(block, (size_t)count, received[i]);
                received[i] += (size_t)count;
            }
        }
    }
    EXPECT_TRUE(in_order);
    EXPECT(received[0], TOTAL);
    EXPECT(received[1], TOTAL);
    close_pair(pair);
}
