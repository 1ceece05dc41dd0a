#include "pools.h"

CONFORMANCE_CASE(datagram_queue_drops_the_newest)
{
    int receiver = bound_socket(AF_INET, SOCK_DGRAM);
    int sender = connected_datagram(local_of(receiver));
    char byte;

    for (int i = 0; i < MSOCK_MAX_QUEUED_DATAGRAMS + 1; i++)
        EXPECT(send(sender, "abcdefghijklmnop" + i, 1, 0), 1);
    wait_for(receiver, POLLIN); /* all have arrived */
    for (int i = 0; i < MSOCK_MAX_QUEUED_DATAGRAMS; i++) {
        EXPECT(recv(receiver, &byte, 1, 0), 1);
        EXPECT_TRUE(byte == "abcdefghijklmnop"[i]);
    }
    EXPECT_ERROR(recv(receiver, &byte, 1, MSG_DONTWAIT), EAGAIN);
    EXPECT(send(sender, "z", 1, 0), 1);
    EXPECT(recv(receiver, &byte, 1, 0), 1);
    EXPECT(close(sender), 0);
    EXPECT(close(receiver), 0);
}
