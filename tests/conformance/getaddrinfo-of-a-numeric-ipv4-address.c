#include "conformance.h"

CONFORMANCE_CASE(getaddrinfo_of_a_numeric_ipv4_address)
{
    struct addrinfo hints = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM};
    struct addrinfo *list = NULL;
    union address address = wildcard(AF_UNSPEC, 0);

    EXPECT(getaddrinfo("127.0.0.1", "8080", &hints, &list), 0);
    EXPECT(list->ai_family, AF_INET);
    EXPECT(list->ai_socktype, SOCK_STREAM);
    EXPECT(list->ai_protocol, IPPROTO_TCP);
    EXPECT(list->ai_addrlen, sizeof address.in);
    memcpy(&address, list->ai_addr, list->ai_addrlen);
    EXPECT_ADDRESS(address, loopback(AF_INET, 8080));
    EXPECT_TRUE(list->ai_canonname == NULL);
    EXPECT_TRUE(list->ai_next == NULL);
    freeaddrinfo(list);
}
