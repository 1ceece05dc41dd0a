#include "tap_cases.h"

#define PAGE_BYTES 20000

/* HTTP/1.0: the page comes behind an empty line, and ends with the stream. */
static void fetch_page(int family)
{
    int fd = connected_socket(kernel(family, PAGE_PORT));
    char last[4] = "";
    char head[12];

    send_text(fd, "GET / HTTP/1.0\r\n\r\n");
    EXPECT_BYTES(recv(fd, head, sizeof head, MSG_WAITALL), head, "HTTP/1.0 200");
    while (memcmp(last, "\r\n\r\n", sizeof last) != 0) {
        memmove(last, last + 1, sizeof last - 1);
        EXPECT_TRUE(recv(fd, last + sizeof last - 1, 1, 0) == 1);
    }
    receive_pattern(fd, PAGE_BYTES);
    expect_rest(fd, "");
}

CONFORMANCE_CASE(page_comes_over_ipv4_and_ipv6)
{
    fetch_page(AF_INET);
    fetch_page(AF_INET6);
}
