#include "pools.h"

CONFORMANCE_CASE(accept_without_a_descriptor_is_emfile_on_an_empty_queue_too)
{
    int listener = listening_socket(AF_INET);
    int others[DESCRIPTORS - 1];

    open_all(others, UDP_BLOCKS, SOCK_DGRAM);
    open_all(others + UDP_BLOCKS, DESCRIPTORS - 1 - UDP_BLOCKS, SOCK_STREAM);
    EXPECT_ERROR(accept(listener, NULL, NULL), EMFILE);
    close_all(others, DESCRIPTORS - 1);
    EXPECT(close(listener), 0);
}
