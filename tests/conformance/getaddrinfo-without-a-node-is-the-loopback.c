#include "conformance.h"

CONFORMANCE_CASE(getaddrinfo_without_a_node_is_the_loopback)
{
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
    struct addrinfo *list = NULL;
    union address address = wildcard(AF_UNSPEC, 0);

    EXPECT(getaddrinfo(NULL, "80", &hints, &list), 0);
    memcpy(&address, list->ai_addr, list->ai_addrlen);
    EXPECT_ADDRESS(address, loopback(AF_INET, 80));
    EXPECT_TRUE(list->ai_next == NULL);
    freeaddrinfo(list);
    hints.ai_family = AF_INET6;
    EXPECT(getaddrinfo(NULL, "80", &hints, &list), 0);
    memcpy(&address, list->ai_addr, list->ai_addrlen);
    EXPECT_ADDRESS(address, loopback(AF_INET6, 80));
    freeaddrinfo(list);
}
