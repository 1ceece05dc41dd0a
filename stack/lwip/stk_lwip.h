/*
 * stk_lwip.h: what the adapter's files share.
 *
 * Reading order: stk_lwip.c (the whole stack: timers, addresses, errors, pools), stk_tcp.c,
 * stk_udp.c, stk_dns.c.
 */
#ifndef STK_LWIP_H
#define STK_LWIP_H

#include "stk.h"

#include "lwip/err.h"
#include "lwip/ip_addr.h"

enum {
    LW_UDP = 1 << 0,       /* else TCP */
    LW_IPV6 = 1 << 1,      /* an AF_INET6 socket */
    LW_LISTENING = 1 << 2, /* the block is a struct tcp_pcb_listen */
    LW_SHORT = 1 << 3,     /* the last segment that came was not full: its sender may be waiting */
    LW_HEARD = 1 << 4,     /* a segment has come since the program sent anything */
    LW_REPLIES = 1 << 5,   /* the program has answered one: answers carry acknowledgements */
    LW_BOUND = 1 << 6      /* the port was asked for: it outlives the peer of a UDP socket */
};

/* lwIP's error as ours: 0 or negative. */
int lw_error(err_t err);

/* An endpoint's address as lwIP's. */
void lw_address(const struct stk_endpoint *endpoint, ip_addr_t *address);

/* The other way. */
void lw_endpoint(const ip_addr_t *address, uint16_t port, struct stk_endpoint *endpoint);

int lw_tcp_open(struct stk_sock *sk);
void lw_tcp_set_nodelay(struct stk_sock *sk, bool on);
int lw_tcp_bind(struct stk_sock *sk, const ip_addr_t *address, uint16_t port);
int lw_tcp_connect(struct stk_sock *sk, const struct stk_endpoint *peer);
void lw_tcp_close(struct stk_sock *sk, bool abort);

int lw_udp_open(struct stk_sock *sk);
int lw_udp_bind(struct stk_sock *sk, const ip_addr_t *address, uint16_t port);
int lw_udp_connect(struct stk_sock *sk, const struct stk_endpoint *peer);
void lw_udp_close(struct stk_sock *sk);
void lw_udp_local(const struct stk_sock *sk, struct stk_endpoint *local);

/* A peer has said that nobody listens on its port: the sockets that are connected to it from this
 * local port hear of it. */
void lw_udp_refused(const struct stk_endpoint *peer, uint16_t local_port);

/* Has lw_udp_refused() called, where lwIP is built so that it can be. */
void lw_icmp_init(void);

/* Is this the wildcard, or an address of an interface? */
bool lw_is_local(const ip_addr_t *address);

/* Is this the endpoint's address, in whatever zone? */
bool lw_same_host(const ip_addr_t *address, const struct stk_endpoint *endpoint);

/* Are two addresses of one family? A wildcard for both is of each. */
bool lw_same_family(const ip_addr_t *a, const ip_addr_t *b);

/* Can the socket's local address have such a peer: the same family, or a wildcard for both? */
bool lw_reaches(const struct stk_sock *sk, const struct stk_endpoint *peer);

/* Control blocks in use. */
uint16_t lw_udp_blocks(void);
uint16_t lw_tcp_time_wait_blocks(void);

#endif
