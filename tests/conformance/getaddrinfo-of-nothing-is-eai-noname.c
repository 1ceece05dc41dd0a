#include "conformance.h"

CONFORMANCE_CASE(getaddrinfo_of_nothing_is_eai_noname)
{
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
    struct addrinfo *list = NULL;

    EXPECT(getaddrinfo(NULL, NULL, &hints, &list), EAI_NONAME);
}
