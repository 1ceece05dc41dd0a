#include "tap_cases.h"

#define BACKLOG 2
#define CALLERS 20

/* Each caller reads one byte to the end. */
static void serve(int listener)
{
    int fd = EXPECT_FD(accept(listener, NULL, NULL));

    EXPECT(send(fd, "x", 1, 0), 1);
    EXPECT(close(fd), 0);
}

CONFORMANCE_CASE(flood_of_connects_waits_for_room_in_the_backlog)
{
    struct msock_usage usage;
    int listener = listening_everywhere(BACKLOG);
    int control = command_kernel(AF_INET, "flood %u %u", port_of(local_of(listener)), CALLERS);

    run_for(300);
    msock_get_usage(&usage);
    EXPECT(usage.fds, 2);
    EXPECT(usage.sockets, usage.fds + BACKLOG + 1);
    for (int i = 0; i < CALLERS; i++)
        serve(listener);
    EXPECT(close(listener), 0);
    expect_rest(control, "20 served");
}
