#include "conformance.h"

CONFORMANCE_CASE(getaddrinfo_of_a_name_with_ai_numerichost_is_eai_noname)
{
    struct addrinfo hints = {
        .ai_flags = AI_NUMERICHOST, .ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
    struct addrinfo *list = NULL;

    EXPECT(getaddrinfo("localhost", "80", &hints, &list), EAI_NONAME);
    EXPECT(getaddrinfo("300.1.1.1", "80", &hints, &list), EAI_NONAME);
    EXPECT(getaddrinfo("", "80", &hints, &list), EAI_NONAME);
    EXPECT(getaddrinfo("127.0.0.1", "80", &hints, &list), 0);
    freeaddrinfo(list);
}
