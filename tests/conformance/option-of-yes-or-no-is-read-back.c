#include "conformance.h"

static void expect_flag(int fd, int level, int option)
{
    EXPECT(get_flag(fd, level, option), 0);
    set_flag(fd, level, option, 1);
    EXPECT(get_flag(fd, level, option), 1);
    set_flag(fd, level, option, 0);
    EXPECT(get_flag(fd, level, option), 0);
    set_flag(fd, level, option, 256);
    EXPECT(get_flag(fd, level, option), 1);
}

CONFORMANCE_CASE(option_of_yes_or_no_is_read_back)
{
    int stream = EXPECT_FD(socket(AF_INET6, SOCK_STREAM, 0));
    int datagram = EXPECT_FD(socket(AF_INET6, SOCK_DGRAM, 0));

    expect_flag(stream, SOL_SOCKET, SO_REUSEADDR);
    expect_flag(stream, SOL_SOCKET, SO_KEEPALIVE);
    expect_flag(stream, IPPROTO_TCP, TCP_NODELAY);
    expect_flag(stream, IPPROTO_IPV6, IPV6_V6ONLY);
    expect_flag(datagram, SOL_SOCKET, SO_REUSEADDR);
    expect_flag(datagram, SOL_SOCKET, SO_KEEPALIVE);
    expect_flag(datagram, IPPROTO_IPV6, IPV6_V6ONLY);
    EXPECT(close(stream), 0);
    EXPECT(close(datagram), 0);
}
