/*
 * stk_icmp.c: "port unreachable" from a peer reaches the UDP socket that is connected to it
 * (RFC 1122, 4.1.3.3). lwIP drops these messages; a raw control block for each ICMP sees them first.
 *
 * Without LWIP_RAW in lwipopts.h nothing of this is there, and a UDP socket hears of no refusal.
 */
#include "stk_lwip.h"

#if LWIP_RAW

#include "lwip/icmp.h"
#include "lwip/icmp6.h"
#include "lwip/inet_chksum.h"
#include "lwip/ip.h"
#include "lwip/raw.h"

/* Both kinds of ICMP message: type, code, checksum, four bytes; then the packet that was refused. */
#define QUOTE_AT 8

#define ICMP6_PROTOCOL 58 /* RFC 4443, 1 */

static u16_t port_at(const struct pbuf *p, u16_t at)
{
    return (u16_t)(pbuf_get_at(p, at) << 8 | pbuf_get_at(p, (u16_t)(at + 1)));
}

static bool is_message(const struct pbuf *p, u8_t type, u8_t code)
{
    return pbuf_get_at(p, 0) == type && pbuf_get_at(p, 1) == code;
}

/* p begins with the message here and below. */
static void read_icmp(const struct pbuf *p)
{
    const u16_t udp_at = (u16_t)(QUOTE_AT + 4 * (pbuf_get_at(p, QUOTE_AT) & 0x0f));
    struct stk_endpoint peer = {.family = 4, .port = port_at(p, (u16_t)(udp_at + 2))};

    if (is_message(p, ICMP_DUR, ICMP_DUR_PORT) && pbuf_get_at(p, QUOTE_AT + 9) == IP_PROTO_UDP &&
        udp_at + 4 <= p->tot_len && inet_chksum_pbuf((struct pbuf *)(uintptr_t)p) == 0) {
        (void)pbuf_copy_partial(p, peer.addr, 4, QUOTE_AT + 16);
        lw_udp_refused(&peer, port_at(p, udp_at));
    }
}

#if LWIP_IPV6
static void read_icmp6(struct pbuf *p)
{
    const u16_t udp_at = QUOTE_AT + IP6_HLEN;
    struct stk_endpoint peer = {.family = 6, .port = port_at(p, udp_at + 2)};

    if (is_message(p, ICMP6_TYPE_DUR, ICMP6_DUR_PORT) &&
        pbuf_get_at(p, QUOTE_AT + 6) == IP6_NEXTH_UDP && udp_at + 4 <= p->tot_len &&
        ip6_chksum_pseudo(p, IP6_NEXTH_ICMP6, p->tot_len, ip6_current_src_addr(),
                          ip6_current_dest_addr()) == 0) {
        (void)pbuf_copy_partial(p, peer.addr, 16, QUOTE_AT + 24);
        lw_udp_refused(&peer, port_at(p, udp_at));
    }
}
#else
static void read_icmp6(struct pbuf *p)
{
    (void)p;
}
#endif

/* lwIP hands over the whole packet, goes on with it itself, and wants it back as it was. */
static u8_t on_message(void *arg, struct raw_pcb *pcb, struct pbuf *p, const ip_addr_t *source)
{
    const u16_t header_len = ip_current_header_tot_len();

    (void)arg;
    (void)source;
    if (pbuf_remove_header(p, header_len) == 0) {
        if (pcb->protocol == IP_PROTO_ICMP) {
            read_icmp(p);
        } else {
            read_icmp6(p);
        }
        (void)pbuf_add_header_force(p, header_len);
    }
    return 0;
}

static void listen_to(u8_t address_type, u8_t protocol)
{
    struct raw_pcb *pcb = raw_new_ip_type(address_type, protocol);

    /* The pool is lwIP's (MEMP_NUM_RAW_PCB); with none left there is no such message. */
    if (pcb) {
        raw_recv(pcb, on_message, NULL);
    }
}

void lw_icmp_init(void)
{
    listen_to(IPADDR_TYPE_V4, IP_PROTO_ICMP);
    if (LWIP_IPV6) {
        listen_to(IPADDR_TYPE_V6, ICMP6_PROTOCOL);
    }
}

#else

void lw_icmp_init(void)
{
}

#endif
