/* What finds no room is lost on the way, like on any network; the sender does not hear of it. */
#include "conformance.h"

CONFORMANCE_CASE(udp_many_sends_in_a_row_all_succeed)
{
    static const char block[1000];
    struct pair pair = connected_datagrams(AF_INET);
    int sent = 0;

    while (sent < 400 && send(pair.client, block, sizeof block, 0) == sizeof block) {
        sent++;
    }
    EXPECT(sent, 400);
    close_pair(pair);
}
