#include "conformance.h"

CONFORMANCE_CASE(getaddrinfo_without_a_type_has_tcp_and_udp)
{
    struct addrinfo *list = NULL;
    bool tcp = false;
    bool udp = false;

    EXPECT(getaddrinfo("127.0.0.1", "80", NULL, &list), 0);
    for (struct addrinfo *one = list; one != NULL; one = one->ai_next) {
        tcp = tcp || (one->ai_socktype == SOCK_STREAM && one->ai_protocol == IPPROTO_TCP);
        udp = udp || (one->ai_socktype == SOCK_DGRAM && one->ai_protocol == IPPROTO_UDP);
    }
    EXPECT_TRUE(tcp && udp);
    freeaddrinfo(list);
}
