#include "conformance.h"

CONFORMANCE_CASE(getaddrinfo_of_a_numeric_ipv6_address)
{
    struct addrinfo hints = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_DGRAM};
    struct addrinfo *list = NULL;
    union address address = wildcard(AF_UNSPEC, 0);

    EXPECT(getaddrinfo("::1", "53", &hints, &list), 0);
    EXPECT(list->ai_family, AF_INET6);
    EXPECT(list->ai_socktype, SOCK_DGRAM);
    EXPECT(list->ai_protocol, IPPROTO_UDP);
    EXPECT(list->ai_addrlen, sizeof address.in6);
    memcpy(&address, list->ai_addr, list->ai_addrlen);
    EXPECT_ADDRESS(address, loopback(AF_INET6, 53));
    EXPECT_TRUE(list->ai_next == NULL);
    freeaddrinfo(list);
}
