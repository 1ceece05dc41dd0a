#include "device.h"
#include "pools.h"

/* A peer that sends single bytes, to a program that does not read them, takes few buffers. */
CONFORMANCE_CASE(short_segments_share_packet_buffers)
{
    enum { BYTES = 40 };
    int listener = must_open(SOCK_STREAM);
    int client = must_open(SOCK_STREAM);
    struct msock_usage usage;
    char buf[BYTES];

    EXPECT(bind_to(listener, wildcard(AF_INET, 0)), 0);
    EXPECT(listen(listener, 1), 0);
    EXPECT(connect_to(client, through_device(port_of(local_of(listener)))), 0);
    int server = EXPECT_FD(accept(listener, NULL, NULL));
    set_flag(client, IPPROTO_TCP, TCP_NODELAY, 1);
    for (int i = 0; i < BYTES; i++) {
        const char byte = (char)('A' + i);
        EXPECT(send(client, &byte, 1, 0), 1);
        wait_for(server, POLLIN);
    }
    msock_get_usage(&usage);
    EXPECT_TRUE(usage.packet_buffers < PACKET_BUFFERS);
    EXPECT(recv(server, buf, BYTES, MSG_WAITALL), BYTES);
    EXPECT_TRUE(buf[0] == 'A' && buf[BYTES - 1] == 'A' + BYTES - 1);
    close_pair((struct pair){client, server});
    EXPECT(close(listener), 0);
}
