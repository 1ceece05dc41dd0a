#include "conformance.h"

CONFORMANCE_CASE(tcp_connect_of_a_listener_is_eisconn)
{
    int listener = listening_socket(AF_INET);

    EXPECT_ERROR(connect_to(listener, local_of(listener)), EISCONN);
    EXPECT(close(listener), 0);
}
