#include "pools.h"

/* Datagrams that nobody reads fill the heap before they fill the socket's queue. */
CONFORMANCE_CASE(no_memory_for_a_datagram_is_enobufs)
{
    int receiver = bound_socket(AF_INET, SOCK_DGRAM);
    int sender = connected_datagram(local_of(receiver));
    static char buf[1800];
    int sent = 0;

    while (sent < 100 && send(sender, buf, sizeof buf, 0) == (ssize_t)sizeof buf)
        sent++;
    EXPECT_TRUE(sent > 0 && sent < 100);
    EXPECT_ERROR(send(sender, buf, sizeof buf, 0), ENOBUFS);
    while (sent-- > 0)
        EXPECT(recv(receiver, buf, sizeof buf, 0), sizeof buf);
    EXPECT(send(sender, buf, sizeof buf, 0), sizeof buf);
    EXPECT(recv(receiver, buf, sizeof buf, 0), sizeof buf);
    EXPECT(close(sender), 0);
    EXPECT(close(receiver), 0);
}
