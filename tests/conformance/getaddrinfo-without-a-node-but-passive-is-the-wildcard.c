#include "conformance.h"

CONFORMANCE_CASE(getaddrinfo_without_a_node_but_passive_is_the_wildcard)
{
    struct addrinfo hints = {
        .ai_flags = AI_PASSIVE, .ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
    struct addrinfo *list = NULL;
    union address address = wildcard(AF_UNSPEC, 0);

    EXPECT(getaddrinfo(NULL, "80", &hints, &list), 0);
    memcpy(&address, list->ai_addr, list->ai_addrlen);
    EXPECT_ADDRESS(address, wildcard(AF_INET, 80));
    freeaddrinfo(list);
    hints.ai_family = AF_INET6;
    EXPECT(getaddrinfo(NULL, "80", &hints, &list), 0);
    memcpy(&address, list->ai_addr, list->ai_addrlen);
    EXPECT_ADDRESS(address, wildcard(AF_INET6, 80));
    freeaddrinfo(list);
    /* With a node the flag says nothing. */
    hints.ai_family = AF_INET;
    EXPECT(getaddrinfo("127.0.0.1", "80", &hints, &list), 0);
    memcpy(&address, list->ai_addr, list->ai_addrlen);
    EXPECT_ADDRESS(address, loopback(AF_INET, 80));
    freeaddrinfo(list);
}
