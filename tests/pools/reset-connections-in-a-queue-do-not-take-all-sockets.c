#include "pools.h"

/* Each peer connects and gives up at once; the program does not accept. */
CONFORMANCE_CASE(reset_connections_in_a_queue_do_not_take_all_sockets)
{
    int listener = bound_socket(AF_INET, SOCK_STREAM);
    union address none = wildcard(AF_UNSPEC, 0);

    EXPECT(listen(listener, 1), 0);
    for (int i = 0; i < 2 * SOCKETS; i++) {
        int client = must_open(SOCK_STREAM);
        (void)connect_to(client, local_of(listener));
        EXPECT(connect(client, &none.sa, sizeof none.sa), 0);
        EXPECT(close(client), 0);
    }
    int others[SOCKETS - 3]; /* all but the listener and the two in its queue */
    open_all(others, SOCKETS - 3, SOCK_DGRAM);
    close_all(others, SOCKETS - 3);
    EXPECT(close(listener), 0);
}
