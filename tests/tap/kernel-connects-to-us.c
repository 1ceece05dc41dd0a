#include "tap_cases.h"

/* Returns what the client has sent until it has ended its side, and ends ours. */
static void serve_echo(int listener, union address *client)
{
    socklen_t len = sizeof *client;
    int fd = EXPECT_FD(accept(listener, &client->sa, &len));
    char buf[1000];
    long got;

    while ((got = recv(fd, buf, sizeof buf, 0)) > 0)
        EXPECT_TRUE(send(fd, buf, (size_t)got, 0) == got);
    EXPECT(got, 0);
    EXPECT(close(fd), 0);
}

/* The kernel's client calls the address that the command came from. */
static void called_back(int listener, union address kernel_address)
{
    char command[40];
    union address client;

    snprintf(command, sizeof command, "call %u", port_of(local_of(listener)));
    int control = commanded(kernel_address, command);
    serve_echo(listener, &client);
    expect_rest(control, "it came back");
}

CONFORMANCE_CASE(kernel_connects_to_us)
{
    int listener = listening_everywhere(0);
    union address link_local = address_of(KERNEL_LINK_LOCAL, COMMAND_PORT);

    link_local.in6.sin6_scope_id = WIRE_NUMBER;
    called_back(listener, kernel(AF_INET, COMMAND_PORT));
    called_back(listener, kernel(AF_INET6, COMMAND_PORT));
    called_back(listener, link_local);
    EXPECT(close(listener), 0);
}
