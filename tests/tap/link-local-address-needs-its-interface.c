#include "tap_cases.h"

/* The interface is part of the text of the address (RFC 4007, 11). */
static void talk_to(const char *text)
{
    const struct addrinfo hints = {.ai_socktype = SOCK_STREAM};
    struct addrinfo *found = NULL;

    EXPECT(getaddrinfo(text, "7000", &hints, &found), 0);
    int fd = EXPECT_FD(socket(found->ai_family, found->ai_socktype, found->ai_protocol));
    EXPECT(connect(fd, found->ai_addr, found->ai_addrlen), 0);
    freeaddrinfo(found);
    EXPECT(local_of(fd).in6.sin6_scope_id, WIRE_NUMBER);
    EXPECT(peer_of(fd).in6.sin6_scope_id, WIRE_NUMBER);
    send_text(fd, "source 1000\n");
    receive_pattern(fd, 1000);
    expect_rest(fd, "");
}

CONFORMANCE_CASE(link_local_address_needs_its_interface)
{
    struct addrinfo *found = NULL;

    talk_to(KERNEL_LINK_LOCAL "%" WIRE_NAME);
    talk_to(KERNEL_LINK_LOCAL "%2");
    EXPECT(getaddrinfo(KERNEL_LINK_LOCAL "%en9", "7000", NULL, &found), EAI_NONAME);
}
