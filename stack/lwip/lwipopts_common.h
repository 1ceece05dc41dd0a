/*
 * lwipopts_common.h: lwIP's options as microsockets needs them. A board's lwipopts.h sets its
 * differences and then includes this file; what is in #ifndef may be set there, or by -D.
 *
 * lwIP's defaults are left unsaid, except where something here counts on them.
 */
#ifndef LWIPOPTS_COMMON_H
#define LWIPOPTS_COMMON_H

#include <stdint.h>

#include "microsockets/msock_config.h"

/* ---- What must be so ------------------------------------------------------------------------- */

/* lwIP is called by one thread at a time (the core holds a lock, or there is one thread), and has
 * no thread of its own. Its own sockets and their errno stay out. */
#define NO_SYS               1
#define SYS_LIGHTWEIGHT_PROT 0
#define LWIP_SOCKET          0
#define LWIP_NETCONN         0
#define LWIP_NETIF_API       0

/* AF_INET is always there; AF_INET6 is a choice (MSOCK_IPV6). */
#define LWIP_IPV4 1
#define LWIP_IPV6 MSOCK_IPV6

/* listen()'s backlog, SO_REUSEADDR, SO_KEEPALIVE's intervals. */
#define TCP_LISTEN_BACKLOG 1
#define SO_REUSE           1
#define LWIP_TCP_KEEPALIVE 1

/* A raw control block for each ICMP, by which a UDP socket hears that its peer's port is closed. 0:
 * it does not. Cost: 1 KB of flash, 32 bytes of RAM for each block. */
#ifndef LWIP_RAW
#define LWIP_RAW         1
#define MEMP_NUM_RAW_PCB 2
#endif

/* 127.0.0.1 and ::1, and an interface's own address, are reached inside the machine. */
#define LWIP_HAVE_LOOPIF    1
#define LWIP_NETIF_LOOPBACK 1

/* No count: a packet that loops is a copy in lwIP's heap, whose size (MEM_SIZE) is the only limit.
 * A limit on packets drops the end of a window of small segments, which costs a retransmission. */
#define LWIP_LOOPBACK_MAX_PBUFS 0

/* msock_get_usage() counts what the pools and the heap have given out. */
#define LWIP_STATS 1
#define MEM_STATS  1
#define MEMP_STATS 1

/* On a 64-bit machine lwIP's fragment list does not fit into the IPv6 header that it overwrites. */
#if UINTPTR_MAX > 0xffffffffu
#define IPV6_FRAG_COPYHEADER 1
#define MEM_ALIGNMENT        8
#else
#define MEM_ALIGNMENT 4
#endif

/* ---- Protocols ------------------------------------------------------------------------------- */

#ifndef LWIP_DHCP
#define LWIP_DHCP 1
#endif

/* Off: asking the network whether somebody uses the address that DHCP gave takes several seconds.
 */
#ifndef LWIP_DHCP_DOES_ACD_CHECK
#define LWIP_DHCP_DOES_ACD_CHECK 0
#endif

#ifndef LWIP_DNS
#define LWIP_DNS 1
#endif

/* Packets for a neighbour whose Ethernet address is being asked for wait, up to three of them;
 * lwIP's default keeps the last one only, so the first of two datagrams sent at once would be lost.
 */
#ifndef ARP_QUEUEING
#define ARP_QUEUEING 1
#endif

#ifndef MEMP_NUM_ARP_QUEUE
#define MEMP_NUM_ARP_QUEUE 8
#endif

/* ---- TCP ------------------------------------------------------------------------------------- */

/* Bytes of a segment on Ethernet. */
#ifndef TCP_MSS
#define TCP_MSS 1460
#endif

/* Receive window in bytes: what one connection may have in flight towards us. Four segments fill no
 * receive FIFO of 13 KB; eight overrun it, and each overrun is a retransmission. */
#ifndef TCP_WND
#define TCP_WND (4 * TCP_MSS)
#endif

/* Send queue in bytes, for each connection; its memory comes from the heap. */
#ifndef TCP_SND_BUF
#define TCP_SND_BUF (4 * TCP_MSS)
#endif

/* Milliseconds; TIME-WAIT is two of them: 60 s, as on Linux. */
#ifndef TCP_MSL
#define TCP_MSL 30000u
#endif

/* ---- Pools (static memory; bytes for a 32-bit machine) --------------------------------------- */

/* Control blocks, 204 bytes each: one for a socket, and some for connections that end by themselves
 * after close(). lwIP reuses those in TIME-WAIT when it needs one. */
#ifndef MEMP_NUM_TCP_PCB
#define MEMP_NUM_TCP_PCB (MSOCK_MAX_SOCKETS + 4)
#endif

/* Control blocks of listening sockets, 72 bytes each. */
#ifndef MEMP_NUM_TCP_PCB_LISTEN
#define MEMP_NUM_TCP_PCB_LISTEN 8
#endif

/* Control blocks, 80 bytes each: one for a socket, DHCP's, and one for each name that is being
 * asked for (lwIP's DNS asks each from a port of its own). */
#ifndef MEMP_NUM_UDP_PCB
#define MEMP_NUM_UDP_PCB (MSOCK_MAX_SOCKETS + LWIP_DHCP + 4 * LWIP_DNS)
#endif

/* Segments in the send queues and out of order, of all connections together; 16 bytes each. */
#ifndef MEMP_NUM_TCP_SEG
#define MEMP_NUM_TCP_SEG 64
#endif

/* Receive buffers, of a full Ethernet frame each (1552 bytes). All windows together may promise
 * more: what finds no buffer is dropped, and sent again by the peer. */
#ifndef PBUF_POOL_SIZE
#define PBUF_POOL_SIZE 16
#endif

/* The heap in bytes: packets to be sent, packets that loop, DHCP's state. One connection's queue
 * can fill 4 times TCP_SND_BUF when it consists of short segments. */
#ifndef MEM_SIZE
#define MEM_SIZE (16 * 1024)
#endif

/* Multicast groups: an interface with IPv6 needs one for each lower half of its addresses. */
#ifndef MEMP_NUM_MLD6_GROUP
#define MEMP_NUM_MLD6_GROUP 8
#endif

/* ---- Counters that nobody reads -------------------------------------------------------------- */

#ifndef LINK_STATS
#define LINK_STATS     0
#define ETHARP_STATS   0
#define IP_STATS       0
#define IPFRAG_STATS   0
#define ICMP_STATS     0
#define UDP_STATS      0
#define TCP_STATS      0
#define SYS_STATS      0
#define IP6_STATS      0
#define ICMP6_STATS    0
#define IP6_FRAG_STATS 0
#define MLD6_STATS     0
#define ND6_STATS      0
#endif

#endif
