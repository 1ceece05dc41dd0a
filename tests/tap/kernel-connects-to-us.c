#include "tap_cases.h"

/* Sends back what the client sends until it ends its side. Returns the client's address. */
static union address serve_echo(int listener)
{
    union address client = wildcard(AF_UNSPEC, 0);
    socklen_t len = sizeof client;
    int fd = EXPECT_FD(accept(listener, &client.sa, &len));
    char buf[1000];
    long got;

    while ((got = recv(fd, buf, sizeof buf, 0)) > 0)
        EXPECT_TRUE(send(fd, buf, (size_t)got, 0) == got);
    EXPECT(got, 0);
    EXPECT(close(fd), 0);
    return client;
}

/* The kernel's client calls the address that the command came from, and is seen with its own. */
static void called_back(int listener, union address peer, union address seen)
{
    char command[40];

    snprintf(command, sizeof command, "call %u", port_of(local_of(listener)));
    int control = commanded(peer, command);
    union address client = serve_echo(listener);
    seen.in6.sin6_port = client.in6.sin6_port;
    EXPECT_ADDRESS(client, seen);
    expect_rest(control, "it came back");
}

CONFORMANCE_CASE(kernel_connects_to_us)
{
    int listener = listening_everywhere(0);
    union address link_local = address_of(KERNEL_LINK_LOCAL, COMMAND_PORT);

    union address ipv6 = kernel(AF_INET6, COMMAND_PORT);

    link_local.in6.sin6_scope_id = WIRE_NUMBER;
    called_back(listener, kernel(AF_INET, COMMAND_PORT), address_of("::ffff:" KERNEL_IPV4, 0));
    called_back(listener, ipv6, ipv6);
    called_back(listener, link_local, link_local);
    EXPECT(close(listener), 0);
}
