#include "conformance.h"

CONFORMANCE_CASE(getaddrinfo_of_a_bad_service_fails)
{
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
    struct addrinfo *list = NULL;

    EXPECT(getaddrinfo("127.0.0.1", "no-such-service", &hints, &list), EAI_SERVICE);
    EXPECT(getaddrinfo("127.0.0.1", "80x", &hints, &list), EAI_SERVICE);
    hints.ai_flags = AI_NUMERICSERV;
    EXPECT(getaddrinfo("127.0.0.1", "http", &hints, &list), EAI_NONAME);
    EXPECT(getaddrinfo("127.0.0.1", "80", &hints, &list), 0);
    freeaddrinfo(list);
}
