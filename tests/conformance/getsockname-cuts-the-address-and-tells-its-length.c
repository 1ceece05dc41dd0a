#include "conformance.h"

CONFORMANCE_CASE(getsockname_cuts_the_address_and_tells_its_length)
{
    int fd = bound_socket(AF_INET, SOCK_STREAM);
    union address name = wildcard(AF_UNSPEC, 0);
    socklen_t len = 4;

    EXPECT(getsockname(fd, &name.sa, &len), 0);
    EXPECT(len, sizeof name.in);
    EXPECT(name.in.sin_family, AF_INET);
    EXPECT_TRUE(port_of(name) == port_of(local_of(fd)));
    EXPECT(name.in.sin_addr.s_addr, 0);
    len = 0;
    EXPECT(getsockname(fd, &name.sa, &len), 0);
    EXPECT(len, sizeof name.in);
    EXPECT(close(fd), 0);
}
