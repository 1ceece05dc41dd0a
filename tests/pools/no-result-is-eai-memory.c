#include "pools.h"

CONFORMANCE_CASE(no_result_is_eai_memory)
{
    const struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
    struct addrinfo *lists[MSOCK_MAX_ADDRINFO];
    struct addrinfo *one_more = NULL;

    for (int i = 0; i < MSOCK_MAX_ADDRINFO; i++)
        EXPECT(getaddrinfo("192.0.2.1", "80", &hints, &lists[i]), 0);
    EXPECT(getaddrinfo("192.0.2.1", "80", &hints, &one_more), MSOCK_EAI_MEMORY);
    EXPECT_TRUE(one_more == NULL);
    freeaddrinfo(lists[0]);
    EXPECT(getaddrinfo("192.0.2.1", "80", &hints, &lists[0]), 0);
    for (int i = 0; i < MSOCK_MAX_ADDRINFO; i++)
        freeaddrinfo(lists[i]);
}
