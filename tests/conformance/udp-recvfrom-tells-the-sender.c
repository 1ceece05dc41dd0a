#include "conformance.h"

CONFORMANCE_CASE(udp_recvfrom_tells_the_sender)
{
    int receiver = bound_socket(AF_INET, SOCK_DGRAM);
    int senders[2] = {bound_socket(AF_INET, SOCK_DGRAM), bound_socket(AF_INET, SOCK_DGRAM)};
    union address to = local_of(receiver);
    union address from = wildcard(AF_UNSPEC, 0);
    socklen_t len = sizeof from;
    char buf[16];

    EXPECT(sendto(senders[0], "zero", 4, 0, &to.sa, sizeof to.in), 4);
    EXPECT(sendto(senders[1], "one", 3, 0, &to.sa, sizeof to.in), 3);
    EXPECT_BYTES(recvfrom(receiver, buf, sizeof buf, 0, &from.sa, &len), buf, "zero");
    EXPECT(len, sizeof from.in);
    EXPECT_ADDRESS(from, local_of(senders[0]));
    EXPECT_BYTES(recvfrom(receiver, buf, sizeof buf, 0, &from.sa, &len), buf, "one");
    EXPECT_ADDRESS(from, local_of(senders[1]));
    EXPECT(sendto(receiver, "back", 4, 0, &from.sa, len), 4);
    EXPECT_BYTES(recv(senders[1], buf, sizeof buf, 0), buf, "back");
    EXPECT(close(receiver), 0);
    EXPECT(close(senders[0]), 0);
    EXPECT(close(senders[1]), 0);
}
