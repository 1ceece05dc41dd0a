#include "conformance.h"

CONFORMANCE_CASE(getaddrinfo_with_bad_hints_fails)
{
    struct addrinfo hints = {.ai_family = 77, .ai_socktype = SOCK_STREAM};
    struct addrinfo *list = NULL;

    EXPECT(getaddrinfo("127.0.0.1", "80", &hints, &list), EAI_FAMILY);
    hints = (struct addrinfo){.ai_family = AF_INET, .ai_socktype = 77};
    EXPECT(getaddrinfo("127.0.0.1", "80", &hints, &list), EAI_SOCKTYPE);
    hints = (struct addrinfo){
        .ai_family = AF_INET, .ai_socktype = SOCK_STREAM, .ai_protocol = IPPROTO_UDP};
    EXPECT(getaddrinfo("127.0.0.1", "80", &hints, &list), EAI_SOCKTYPE);
    hints = (struct addrinfo){.ai_flags = 0x8000000, .ai_family = AF_INET};
    EXPECT(getaddrinfo("127.0.0.1", "80", &hints, &list), EAI_BADFLAGS);
}
