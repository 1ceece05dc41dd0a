/*
 * platform_tap.c: the cases over TAP devices: two wires to the kernel, one of which loses frames.
 */
#include "platform_process.h"

#include "lwip/dns.h"

#include "board.h"
#include "lossy.h"
#include "tap.h"
#include "tap_cases.h"

#define WIRE             "tap0"
#define LOSSY_WIRE       "tap1"
#define LOST_ONE_IN      50
#define NETWORK_LIMIT_MS 8000

uint32_t now_ms(void)
{
    return process_now_ms();
}

void platform_watch(const char *name)
{
    process_watch(name);
}

/* The board's own way: an address of IPv4 that is fixed; the kernel announces a prefix of IPv6. */
static int attach_wire(void)
{
    static const struct msock_lwip_ipv4 fixed = {
        {192, 0, 2, 2}, {255, 255, 255, 0}, {192, 0, 2, 1}};

    return board_attach_tap(WIRE, &fixed);
}

static struct lossy lossy;

unsigned lost_frames(void)
{
    return lossy.lost;
}

static int attach_lossy_wire(void)
{
    static const struct msock_lwip_ipv4 fixed = {{198, 18, 0, 2}, {255, 255, 255, 0}, {0}};
    static struct msock_lwip_netif interface;
    static struct tap tap;
    int error = tap_open(&tap, LOSSY_WIRE);

    if (error == 0) {
        error = board_watch(tap_fd(&tap));
    }
    if (error == 0) {
        lossy_init(&lossy, &tap.drv, LOST_ONE_IN);
        error = msock_lwip_netif_add(&interface, &lossy.drv, &fixed);
    }
    return error;
}

/* An address of the prefix: lwIP has made sure that nobody else has it. */
static bool has_routable_ipv6(void)
{
    return msock_lwip_netif_has_ipv6(board_tap_interface(0), true);
}

static bool start_network(void)
{
    const ip_addr_t name_server = IPADDR4_INIT_BYTES(192, 0, 2, 1);
    const uint32_t start_ms = now_ms();

    if (attach_wire() != 0 || attach_lossy_wire() != 0) {
        return false;
    }
    dns_setserver(0, &name_server);
    while (!has_routable_ipv6()) {
        if (now_ms() - start_ms > NETWORK_LIMIT_MS) {
            return false;
        }
        (void)msock_poll(NULL, 0, 10);
    }
    return board_wait_for_network(0);
}

int main(int argc, char **argv)
{
    process_start();
    msock_init();
    if (!start_network()) {
        puts("the network is not there");
        return 2;
    }
    return conformance_run(argc - 1, argv + 1);
}
