#include "pools.h"

CONFORMANCE_CASE(accept_without_a_descriptor_is_emfile_and_keeps_the_connection)
{
    int listener = listening_socket(AF_INET);
    int client = connected_socket(local_of(listener));
    int others[DESCRIPTORS - 2];

    open_all(others, DESCRIPTORS - 2, SOCK_DGRAM);
    send_text(client, "hello");
    EXPECT_ERROR(accept(listener, NULL, NULL), EMFILE);
    EXPECT_ERROR(accept(listener, NULL, NULL), EMFILE);
    EXPECT(close(others[0]), 0);
    int server = EXPECT_FD(accept(listener, NULL, NULL));
    char buf[8];
    EXPECT_BYTES(recv(server, buf, sizeof buf, 0), buf, "hello");
    close_all(others + 1, DESCRIPTORS - 3);
    close_pair((struct pair){client, server});
    EXPECT(close(listener), 0);
}
