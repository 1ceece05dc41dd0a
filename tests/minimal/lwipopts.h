/*
 * lwipopts.h with nothing but what microsockets needs of lwIP, as README lists it: all else is lwIP's
 * default, so there is no IPv6, no loopback and no raw API for ICMP.
 */
#ifndef LWIPOPTS_H
#define LWIPOPTS_H

#define MEM_ALIGNMENT        8 /* that of a pointer, or more */
#define NO_SYS               1
#define SYS_LIGHTWEIGHT_PROT 0 /* or 1, with a sys_arch_protect() of one's own */
#define LWIP_SOCKET          0
#define LWIP_NETCONN         0
#define TCP_LISTEN_BACKLOG   1
#define SO_REUSE             1
#define LWIP_DNS             1

#endif
