/*
 * msock_config.h: every option of microsockets, with its meaning, unit, default and cost.
 *
 * Change an option on the compiler's command line (-DMSOCK_MAX_SOCKETS=4), or put your choices in
 * a header and name it: -DMSOCK_CONFIG_FILE='"my_msock_config.h"'. Costs are for a 32-bit machine.
 *
 * The stack's own pools are in its options (stack/lwip/lwipopts_common.h); what belongs to a driver or
 * a board alone is in its header.
 */
#ifndef MSOCK_CONFIG_H
#define MSOCK_CONFIG_H

#ifdef MSOCK_CONFIG_FILE
#include MSOCK_CONFIG_FILE
#endif

/* Sockets that can exist at once, 1 to 254, those in listeners' accept queues included.
 * Cost: 36 bytes of RAM each. */
#ifndef MSOCK_MAX_SOCKETS
#define MSOCK_MAX_SOCKETS 16
#endif

/* Descriptors that can be open at once, 1 to 1024. More than MSOCK_MAX_SOCKETS is of no use.
 * Cost: 1 byte of RAM each. */
#ifndef MSOCK_MAX_FDS
#define MSOCK_MAX_FDS MSOCK_MAX_SOCKETS
#endif

/* The lowest descriptor. 3 leaves room for the C library's standard input, output and error.
 * Cost: none. */
#ifndef MSOCK_FIRST_FD
#define MSOCK_FIRST_FD 3
#endif

/* The largest backlog that listen() grants, 1 to 254 connections. Cost: none. */
#ifndef MSOCK_MAX_BACKLOG
#define MSOCK_MAX_BACKLOG 16
#endif

/* Datagrams that one UDP socket may hold unread, 1 to 200; one of several fragments counts as so
 * many. The newest is dropped when it is full, so that one busy socket cannot take every packet
 * buffer: keep it well below the stack's (PBUF_POOL_SIZE). Cost: none until they arrive. */
#ifndef MSOCK_MAX_QUEUED_DATAGRAMS
#define MSOCK_MAX_QUEUED_DATAGRAMS 8
#endif

/* Results of getaddrinfo() that can be held at once, 1 to 254. Cost: 60 bytes of RAM each. */
#ifndef MSOCK_MAX_ADDRINFO
#define MSOCK_MAX_ADDRINFO 4
#endif

/* Longest time that getaddrinfo() waits for a name server, in milliseconds. lwIP itself asks for some
 * 7 s; with less its four places stay taken until then by questions that nobody waits for. Cost: none. */
#ifndef MSOCK_DNS_TIMEOUT_MS
#define MSOCK_DNS_TIMEOUT_MS 10000
#endif

/* 1: IPv6 sockets exist. 0: AF_INET6 fails with EAFNOSUPPORT. The stack must agree. */
#ifndef MSOCK_IPV6
#define MSOCK_IPV6 1
#endif

/* 0: error numbers are those of the C library's <errno.h>, and errors are reported in its errno.
 * 1: error numbers are Linux's, and errors are reported in msock_last_errno: for images that have
 * no C library, or whose users expect Linux's numbers (MicroPython). Cost: 4 bytes of RAM. */
#ifndef MSOCK_OWN_ERRNO
#define MSOCK_OWN_ERRNO 0
#endif

#if MSOCK_MAX_SOCKETS < 1 || MSOCK_MAX_SOCKETS > 254
#error "MSOCK_MAX_SOCKETS must be 1 to 254: the descriptor table keeps a socket's number in a byte"
#endif
#if MSOCK_MAX_FDS < 1 || MSOCK_MAX_FDS > 1024
#error "MSOCK_MAX_FDS must be 1 to 1024"
#endif
#if MSOCK_FIRST_FD < 0
#error "MSOCK_FIRST_FD must not be negative: a negative descriptor is a failure"
#endif
#if MSOCK_MAX_BACKLOG < 1 || MSOCK_MAX_BACKLOG > 254
#error "MSOCK_MAX_BACKLOG must be 1 to 254: it is kept in a byte"
#endif
#if MSOCK_MAX_QUEUED_DATAGRAMS < 1 || MSOCK_MAX_QUEUED_DATAGRAMS > 200
#error "MSOCK_MAX_QUEUED_DATAGRAMS must be 1 to 200: it is counted in a byte"
#endif
#if MSOCK_MAX_ADDRINFO < 1 || MSOCK_MAX_ADDRINFO > 254
#error "MSOCK_MAX_ADDRINFO must be 1 to 254"
#endif

#endif
