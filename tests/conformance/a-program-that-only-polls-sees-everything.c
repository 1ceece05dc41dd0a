/* No call ever waits: a nonblocking call has to let the packets come in. */
#include "conformance.h"

CONFORMANCE_CASE(a_program_that_only_polls_sees_everything)
{
    int listener = listening_socket(AF_INET);
    int client = EXPECT_FD(socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0));
    int server = -1;
    char buf[8];
    long got = -1;

    set_nonblocking(listener);
    EXPECT_ERROR(connect_to(client, local_of(listener)), EINPROGRESS);
    uint32_t start = now_ms();
    while (server < 0 && now_ms() - start < 2000) {
        server = accept(listener, NULL, NULL);
    }
    EXPECT_TRUE(server >= 0);
    while (send(client, "x", 1, MSG_DONTWAIT) < 0 && now_ms() - start < 2000) {
        continue;
    }
    while (got < 0 && now_ms() - start < 2000) {
        got = recv(server, buf, sizeof buf, MSG_DONTWAIT);
    }
    EXPECT(got, 1);
    EXPECT(close(client), 0);
    got = -1;
    while (got < 0 && now_ms() - start < 2000) {
        got = recv(server, buf, sizeof buf, MSG_DONTWAIT);
    }
    EXPECT(got, 0);
    EXPECT(close(server), 0);
    EXPECT(close(listener), 0);
}
