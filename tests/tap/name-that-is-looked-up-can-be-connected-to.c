#include "tap_cases.h"

static void connect_by_name(int family)
{
    const struct addrinfo hints = {.ai_family = family, .ai_socktype = SOCK_STREAM};
    struct addrinfo *found = NULL;

    EXPECT(getaddrinfo("kernel.test", "7000", &hints, &found), 0);
    int fd = EXPECT_FD(socket(found->ai_family, found->ai_socktype, found->ai_protocol));
    EXPECT(connect(fd, found->ai_addr, found->ai_addrlen), 0);
    freeaddrinfo(found);
    send_text(fd, "source 10\n");
    receive_pattern(fd, 10);
    expect_rest(fd, "");
}

CONFORMANCE_CASE(name_that_is_looked_up_can_be_connected_to)
{
    connect_by_name(AF_INET);
    connect_by_name(AF_INET6);
}
