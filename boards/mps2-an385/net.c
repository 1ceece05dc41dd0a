/*
 * net.c: the network of boards/mps2-an385, the LAN9118 on the board as an interface of lwIP. Frames
 * are fetched by polling; the controller's interrupt only ends a sleep.
 */
#include "board.h"

#include "lan9118.h"
#include "lwip_drv.h"
#include "regs.h"

static struct lan9118 ethernet;
static struct msock_lwip_netif interface;
static bool started;

static void ethernet_handler(void)
{
    lan9118_irq_disarm(&ethernet);
}

bool board_net_start(void)
{
    if (lan9118_open(&ethernet, ETHERNET_BASE, NULL) != 0) {
        return false;
    }
    started = true;
    board_irq_set(BOARD_IRQ_ETHERNET, ethernet_handler);
    return msock_lwip_netif_add(&interface, &ethernet.drv, NULL) == 0;
}

struct msock_lwip_netif *board_net_interface(void)
{
    return started ? &interface : NULL;
}

bool board_net_arm(void)
{
    return started && lan9118_irq_arm(&ethernet);
}

bool board_wait_for_network(uint32_t timeout_ms)
{
    return started && msock_lwip_netif_wait_ipv4(&interface, timeout_ms);
}
