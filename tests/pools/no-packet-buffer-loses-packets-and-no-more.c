#include "pools.h"

#include "lwip_drv.h"
#include "loopback.h"

#include <string.h>

/* Only what comes from a device is received into packet buffers: the stack talks to itself through
 * one. The device and its interface stay; cases come after each other in one process. */
static union address peer_through_device(unsigned port)
{
    static const struct msock_lwip_ipv4 fixed = {{10, 255, 0, 1}, {255, 255, 255, 0}, {0}};
    static struct msock_lwip_netif interface;
    static struct loopback device;
    union address peer = wildcard(AF_INET, port);

    loopback_init(&device);
    EXPECT(msock_lwip_netif_add(&interface, &device.drv, &fixed), 0);
    peer.in.sin_addr.s_addr = htonl(0x0aff0002);
    return peer;
}

CONFORMANCE_CASE(no_packet_buffer_loses_packets_and_no_more)
{
    union address any = wildcard(AF_INET, 0);
    int receiver = must_open(SOCK_DGRAM);
    int listener = must_open(SOCK_STREAM);
    char byte = 0;

    EXPECT(bind_to(receiver, any), 0);
    EXPECT(listen(listener, 1), 0);
    union address peer = peer_through_device(port_of(local_of(receiver)));
    int sender = connected_datagram(peer);
    for (int i = 0; i < PACKET_BUFFERS + 2; i++)
        EXPECT(send(sender, "abcdefgh" + i, 1, 0), 1);

    /* As many as there are buffers, in order; the rest was lost. */
    struct msock_usage usage;
    wait_for(receiver, POLLIN);
    msock_get_usage(&usage);
    EXPECT(usage.packet_buffers, PACKET_BUFFERS);

    /* A stream finds no buffer either, and is late, but whole. */
    peer.in.sin_port = local_of(listener).in.sin_port;
    int client = must_open(SOCK_STREAM);
    set_timeout(client, SO_SNDTIMEO, 20);
    EXPECT_ERROR(connect_to(client, peer), EINPROGRESS);
    for (int i = 0; i < PACKET_BUFFERS; i++) {
        EXPECT(recv(receiver, &byte, 1, 0), 1);
        EXPECT_TRUE(byte == 'a' + i);
    }
    EXPECT_ERROR(recv(receiver, &byte, 1, MSG_DONTWAIT), EAGAIN);
    struct pollfd connected = {.fd = client, .events = POLLOUT};
    EXPECT(poll(&connected, 1, 10000), 1);
    int server = EXPECT_FD(accept(listener, NULL, NULL));
    send_text(client, "late");
    char buf[8];
    EXPECT_BYTES(recv(server, buf, 4, MSG_WAITALL), buf, "late");
    close_pair((struct pair){client, server});
    EXPECT(close(sender), 0);
    EXPECT(close(receiver), 0);
    EXPECT(close(listener), 0);
}
