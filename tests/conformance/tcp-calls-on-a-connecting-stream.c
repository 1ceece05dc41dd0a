/* Nothing is known yet: send and recv would wait, and there is no peer. */
#include "conformance.h"

CONFORMANCE_CASE(tcp_calls_on_a_connecting_stream)
{
    int client;
    int listener = filled_listener(&client);
    int late = EXPECT_FD(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
    union address name;
    socklen_t len = sizeof name;
    char buf[8];

    EXPECT_ERROR(connect_to(late, local_of(listener)), EINPROGRESS);
    EXPECT_ERROR(send(late, "x", 1, 0), EAGAIN);
    EXPECT_ERROR(recv(late, buf, sizeof buf, 0), EAGAIN);
    EXPECT_ERROR(getpeername(late, &name.sa, &len), ENOTCONN);
    EXPECT_ERROR(listen(late, 1), EINVAL);
    EXPECT_ERROR(accept(late, NULL, NULL), EINVAL);
    EXPECT(get_flag(late, SOL_SOCKET, SO_ERROR), 0);
    EXPECT(close(late), 0);
    EXPECT(close(client), 0);
    EXPECT(close(listener), 0);
}
