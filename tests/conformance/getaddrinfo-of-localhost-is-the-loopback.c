/* RFC 6761, 6.3: no name server is asked for it. */
#include "conformance.h"

CONFORMANCE_CASE(getaddrinfo_of_localhost_is_the_loopback)
{
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
    struct addrinfo *list = NULL;
    union address address = wildcard(AF_UNSPEC, 0);

    EXPECT(getaddrinfo("localhost", "80", &hints, &list), 0);
    memcpy(&address, list->ai_addr, list->ai_addrlen);
    EXPECT_ADDRESS(address, loopback(AF_INET, 80));
    freeaddrinfo(list);
}
