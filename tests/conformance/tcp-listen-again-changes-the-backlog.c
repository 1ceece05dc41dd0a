#include "conformance.h"

CONFORMANCE_CASE(tcp_listen_again_changes_the_backlog)
{
    int client;
    int listener = filled_listener(&client);

    EXPECT(listen(listener, 3), 0);
    int second = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    EXPECT(connect_to(second, local_of(listener)), 0);
    EXPECT(close(second), 0);
    EXPECT(close(client), 0);
    EXPECT(close(listener), 0);
}
