#include "conformance.h"

CONFORMANCE_CASE(getaddrinfo_with_a_protocol_knows_the_type)
{
    struct addrinfo hints = {.ai_family = AF_INET, .ai_protocol = IPPROTO_UDP};
    struct addrinfo *list = NULL;

    EXPECT(getaddrinfo("127.0.0.1", "80", &hints, &list), 0);
    EXPECT(list->ai_socktype, SOCK_DGRAM);
    EXPECT(list->ai_protocol, IPPROTO_UDP);
    EXPECT_TRUE(list->ai_next == NULL);
    freeaddrinfo(list);
}
