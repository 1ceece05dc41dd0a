/* write, write, read: what waits for an acknowledgement must not wait for ever (RFC 896, 1122). */
#include "conformance.h"

CONFORMANCE_CASE(tcp_request_and_answer_of_small_pieces)
{
    struct pair pair = connected_pair(AF_INET);
    int rounds = 0;
    char buf[8];

    set_timeout(pair.client, SO_RCVTIMEO, 2000);
    set_timeout(pair.server, SO_RCVTIMEO, 2000);
    for (; rounds < 5; rounds++) {
        if (send(pair.client, "he", 2, 0) != 2 || send(pair.client, "ad", 2, 0) != 2 ||
            recv(pair.server, buf, 4, MSG_WAITALL) != 4) {
            break;
        }
        if (send(pair.server, "bo", 2, 0) != 2 || send(pair.server, "dy", 2, 0) != 2 ||
            recv(pair.client, buf, 4, MSG_WAITALL) != 4) {
            break;
        }
    }
    EXPECT(rounds, 5);
    close_pair(pair);
}
