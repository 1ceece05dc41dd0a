#include "device.h"
#include "pools.h"

/* Datagrams of three fragments: two of them leave no room for a third. */
CONFORMANCE_CASE(fragments_count_against_a_datagram_queue)
{
    static char buf[3 * 1480 - 8];
    int receiver = must_open(SOCK_DGRAM);
    struct msock_usage usage;

    EXPECT(bind_to(receiver, wildcard(AF_INET, 0)), 0);
    int sender = connected_datagram(through_device(port_of(local_of(receiver))));
    EXPECT_TRUE(MSOCK_MAX_QUEUED_DATAGRAMS == 8 && PACKET_BUFFERS > 9);
    for (int i = 0; i < 3; i++) {
        EXPECT(send(sender, buf, sizeof buf, 0), sizeof buf);
        wait_for(receiver, POLLIN);
    }
    msock_get_usage(&usage);
    EXPECT(usage.packet_buffers, 6);
    EXPECT(recv(receiver, buf, sizeof buf, 0), sizeof buf);
    EXPECT(recv(receiver, buf, sizeof buf, 0), sizeof buf);
    EXPECT_ERROR(recv(receiver, buf, sizeof buf, MSG_DONTWAIT), EAGAIN);
    EXPECT(close(sender), 0);
    EXPECT(close(receiver), 0);
}
