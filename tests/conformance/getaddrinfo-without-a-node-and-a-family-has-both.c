#include "conformance.h"

CONFORMANCE_CASE(getaddrinfo_without_a_node_and_a_family_has_both)
{
    struct addrinfo hints = {
        .ai_flags = AI_PASSIVE, .ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM};
    struct addrinfo *list = NULL;

    EXPECT(getaddrinfo(NULL, "80", &hints, &list), 0);
    EXPECT(list->ai_family, AF_INET);
    EXPECT_TRUE(list->ai_next != NULL);
    EXPECT(list->ai_next->ai_family, AF_INET6);
    EXPECT_TRUE(list->ai_next->ai_next == NULL);
    freeaddrinfo(list);
}
