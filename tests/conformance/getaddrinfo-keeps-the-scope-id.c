#include "conformance.h"

CONFORMANCE_CASE(getaddrinfo_keeps_the_scope_id)
{
    struct addrinfo hints = {.ai_family = AF_INET6, .ai_socktype = SOCK_STREAM};
    struct addrinfo *list = NULL;
    struct sockaddr_in6 address;
    char text[INET6_ADDRSTRLEN];

    EXPECT(getaddrinfo("fe80::2%1", "1", &hints, &list), 0);
    memcpy(&address, list->ai_addr, sizeof address);
    EXPECT(address.sin6_scope_id, 1);
    EXPECT_STRING(inet_ntop(AF_INET6, &address.sin6_addr, text, sizeof text), "fe80::2");
    freeaddrinfo(list);
}
