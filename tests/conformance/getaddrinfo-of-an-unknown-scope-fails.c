#include "conformance.h"

CONFORMANCE_CASE(getaddrinfo_of_an_unknown_scope_fails)
{
    const struct addrinfo hints = {.ai_flags = AI_NUMERICHOST};
    struct addrinfo *list = NULL;

    EXPECT_TRUE(getaddrinfo("fe80::1%", "1", &hints, &list) != 0);
    EXPECT_TRUE(getaddrinfo("fe80::1%x", "1", &hints, &list) != 0);
    EXPECT_TRUE(getaddrinfo("fe80::1%lo0junk", "1", &hints, &list) != 0);
    EXPECT_TRUE(list == NULL);
}
