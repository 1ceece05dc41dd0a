#include "conformance.h"

CONFORMANCE_CASE(getaddrinfo_without_a_service_has_port_0)
{
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
    struct addrinfo *list = NULL;
    union address address = wildcard(AF_UNSPEC, 0);

    EXPECT(getaddrinfo("127.0.0.1", NULL, &hints, &list), 0);
    memcpy(&address, list->ai_addr, list->ai_addrlen);
    EXPECT_ADDRESS(address, loopback(AF_INET, 0));
    freeaddrinfo(list);
}
