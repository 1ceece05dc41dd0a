#include "conformance.h"

CONFORMANCE_CASE(getaddrinfo_result_can_be_connected_to)
{
    struct addrinfo hints = {.ai_family = AF_UNSPEC, .ai_socktype = SOCK_STREAM};
    struct addrinfo *list = NULL;
    int listener = listening_socket(AF_INET);
    char port[8];

    snprintf(port, sizeof port, "%u", port_of(local_of(listener)));
    EXPECT(getaddrinfo("127.0.0.1", port, &hints, &list), 0);
    int client = EXPECT_FD(socket(list->ai_family, list->ai_socktype, list->ai_protocol));
    EXPECT(connect(client, list->ai_addr, list->ai_addrlen), 0);
    freeaddrinfo(list);
    EXPECT(close(client), 0);
    EXPECT(close(listener), 0);
}
