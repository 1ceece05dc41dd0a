/*
 * minimal.c: the library on an lwIP that has the least that it needs starts, opens and closes, and
 * says that there is no network.
 */
#include "microsockets/msock.h"
#include "microsockets/msock_net.h"

#include "port.h"

#include <stdio.h>

/* What the library asks of a board. Nothing here waits, so time may stand still. */
uint32_t port_now_ms(void)
{
    return 0;
}

uint32_t port_random(void)
{
    return 4; /* nobody is to be surprised by the ports of this program */
}

int port_sleep(uint32_t timeout_ms)
{
    (void)timeout_ms;
    return 0;
}

static int failed;

static void expect(const char *what, long got, long want)
{
    printf("%s %s: %ld\n", got == want ? "ok" : "not ok", what, got);
    failed += got != want;
}

int main(void)
{
    const struct msock_sockaddr_in nobody = {.sin_family = MSOCK_AF_INET,
                                             .sin_port = msock_htons(80),
                                             .sin_addr = {msock_htonl(0xc0000201)}};
    msock_init();
    const int fd = msock_socket(MSOCK_AF_INET, MSOCK_SOCK_STREAM, 0);
    expect("socket", fd, MSOCK_FIRST_FD);
    expect("connect", msock_connect(fd, (const struct msock_sockaddr *)&nobody, sizeof nobody), -1);
    expect("error", msock_errno, MSOCK_ENETUNREACH);
    expect("listen", msock_listen(fd, 1), 0);
    expect("close", msock_close(fd), 0);
    expect("socket of IPv6", msock_socket(MSOCK_AF_INET6, MSOCK_SOCK_DGRAM, 0), -1);
    expect("error", msock_errno, MSOCK_EAFNOSUPPORT);
    return failed != 0;
}
