#include "device.h"
#include "pools.h"

/* A datagram socket on a free port. */
static int receiver_on(unsigned *port)
{
    int fd = must_open(SOCK_DGRAM);

    EXPECT(bind_to(fd, wildcard(AF_INET, 0)), 0);
    *port = port_of(local_of(fd));
    return fd;
}

static void expect_half(int receiver, char first)
{
    char byte = 0;

    for (int i = 0; i < PACKET_BUFFERS / 2; i++) {
        EXPECT(recv(receiver, &byte, 1, 0), 1);
        EXPECT_TRUE(byte == first + 2 * i);
    }
    EXPECT_ERROR(recv(receiver, &byte, 1, MSG_DONTWAIT), EAGAIN);
}

CONFORMANCE_CASE(no_packet_buffer_loses_packets_and_no_more)
{
    int listener = must_open(SOCK_STREAM);
    int sender = must_open(SOCK_DGRAM);
    unsigned ports[2];
    int receivers[2] = {receiver_on(&ports[0]), receiver_on(&ports[1])};

    EXPECT(bind_to(listener, wildcard(AF_INET, 0)), 0);
    EXPECT(listen(listener, 1), 0);
    for (int i = 0; i < PACKET_BUFFERS + 2; i++) {
        union address to = through_device(ports[i % 2]);
        const char byte = (char)('a' + i);
        EXPECT(sendto(sender, &byte, 1, 0, &to.sa, sizeof to.in), 1);
    }

    /* As many as there are buffers, in order; the rest was lost. */
    struct msock_usage usage;
    wait_for(receivers[0], POLLIN);
    wait_for(receivers[1], POLLIN);
    msock_get_usage(&usage);
    EXPECT(usage.packet_buffers, PACKET_BUFFERS);

    /* A stream finds no buffer either, and is late, but whole. */
    int client = must_open(SOCK_STREAM);
    set_timeout(client, SO_SNDTIMEO, 20);
    EXPECT_ERROR(connect_to(client, through_device(port_of(local_of(listener)))), EINPROGRESS);
    expect_half(receivers[0], 'a');
    expect_half(receivers[1], 'b');
    struct pollfd connected = {.fd = client, .events = POLLOUT};
    EXPECT(poll(&connected, 1, 10000), 1);
    int server = EXPECT_FD(accept(listener, NULL, NULL));
    send_text(client, "late");
    char buf[8];
    EXPECT_BYTES(recv(server, buf, 4, MSG_WAITALL), buf, "late");
    close_pair((struct pair){client, server});
    EXPECT(close(sender), 0);
    close_all(receivers, 2);
    EXPECT(close(listener), 0);
}
