#include "conformance.h"

CONFORMANCE_CASE(getaddrinfo_of_the_other_familys_number_fails)
{
    struct addrinfo hints = {.ai_family = AF_INET, .ai_socktype = SOCK_STREAM};
    struct addrinfo *list = NULL;

    EXPECT_TRUE(getaddrinfo("::1", "80", &hints, &list) != 0);
    hints.ai_family = AF_INET6;
    EXPECT_TRUE(getaddrinfo("127.0.0.1", "80", &hints, &list) != 0);
}
