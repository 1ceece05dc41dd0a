/*
 * posix.h: the names that the conformance cases use. On the kernel they come from the system's
 * headers. Elsewhere this file gives microsockets' calls and types their POSIX names; the C library
 * may have declared some of them itself (it has struct timeval, newlib has htons), so its headers
 * come first, and so does msock_net.h, which has a member called poll.
 */
#ifndef CONFORMANCE_POSIX_H
#define CONFORMANCE_POSIX_H

/* The kernel's headers show POLLRDHUP to those only who ask for what is not POSIX. */
#if defined CONFORMANCE_KERNEL && !defined _GNU_SOURCE
#define _GNU_SOURCE
#endif

#include <errno.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>

#ifdef CONFORMANCE_KERNEL

#include <arpa/inet.h>
#include <fcntl.h>
#include <netdb.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#else

#include "microsockets/msock.h"
#include "microsockets/msock_net.h"

#undef accept
#undef bind
#undef close
#undef connect
#undef fcntl
#undef htonl
#undef htons
#undef ntohl
#undef ntohs
#undef poll

#define accept       msock_accept
#define bind         msock_bind
#define close        msock_close
#define connect      msock_connect
#define fcntl        msock_fcntl
#define freeaddrinfo msock_freeaddrinfo
#define getaddrinfo  msock_getaddrinfo
#define getpeername  msock_getpeername
#define getsockname  msock_getsockname
#define getsockopt   msock_getsockopt
#define htonl        msock_htonl
#define htons        msock_htons
#define inet_ntop    msock_inet_ntop
#define inet_pton    msock_inet_pton
#define listen       msock_listen
#define ntohl        msock_ntohl
#define ntohs        msock_ntohs
#define poll         msock_poll
#define recv         msock_recv
#define recvfrom     msock_recvfrom
#define send         msock_send
#define sendto       msock_sendto
#define setsockopt   msock_setsockopt
#define shutdown     msock_shutdown
#define socket       msock_socket

/* struct tags, types and a member */
#define addrinfo     msock_addrinfo
#define in6_addr     msock_in6_addr
#define in_addr      msock_in_addr
#define nfds_t       msock_nfds_t
#define pollfd       msock_pollfd
#define s6_addr      s6.s6_bytes
#define sa_family_t  msock_sa_family_t
#define sockaddr     msock_sockaddr
#define sockaddr_in  msock_sockaddr_in
#define sockaddr_in6 msock_sockaddr_in6
#define socklen_t    msock_socklen_t
#define timeval      msock_timeval

#undef F_GETFL
#undef F_SETFL
#undef O_NONBLOCK
#undef O_RDWR

#define AF_INET          MSOCK_AF_INET
#define AF_INET6         MSOCK_AF_INET6
#define AF_UNSPEC        MSOCK_AF_UNSPEC
#define AI_NUMERICHOST   MSOCK_AI_NUMERICHOST
#define AI_NUMERICSERV   MSOCK_AI_NUMERICSERV
#define AI_PASSIVE       MSOCK_AI_PASSIVE
#define EAI_BADFLAGS     MSOCK_EAI_BADFLAGS
#define EAI_FAMILY       MSOCK_EAI_FAMILY
#define EAI_NONAME       MSOCK_EAI_NONAME
#define EAI_SERVICE      MSOCK_EAI_SERVICE
#define EAI_SOCKTYPE     MSOCK_EAI_SOCKTYPE
#define F_GETFL          MSOCK_F_GETFL
#define F_SETFL          MSOCK_F_SETFL
#define INADDR_ANY       MSOCK_INADDR_ANY
#define INADDR_LOOPBACK  ((msock_in_addr_t)0x7f000001)
#define INET6_ADDRSTRLEN MSOCK_INET6_ADDRSTRLEN
#define INET_ADDRSTRLEN  MSOCK_INET_ADDRSTRLEN
#define IPPROTO_IP       MSOCK_IPPROTO_IP
#define IPPROTO_IPV6     MSOCK_IPPROTO_IPV6
#define IPPROTO_TCP      MSOCK_IPPROTO_TCP
#define IPPROTO_UDP      MSOCK_IPPROTO_UDP
#define IPV6_V6ONLY      MSOCK_IPV6_V6ONLY
#define MSG_DONTWAIT     MSOCK_MSG_DONTWAIT
#define MSG_NOSIGNAL     MSOCK_MSG_NOSIGNAL
#define MSG_PEEK         MSOCK_MSG_PEEK
#define MSG_TRUNC        MSOCK_MSG_TRUNC
#define MSG_WAITALL      MSOCK_MSG_WAITALL
#define O_NONBLOCK       MSOCK_O_NONBLOCK
#define O_RDWR           MSOCK_O_RDWR
#define POLLERR          MSOCK_POLLERR
#define POLLHUP          MSOCK_POLLHUP
#define POLLIN           MSOCK_POLLIN
#define POLLNVAL         MSOCK_POLLNVAL
#define POLLOUT          MSOCK_POLLOUT
#define POLLPRI          MSOCK_POLLPRI
#define POLLRDHUP        MSOCK_POLLRDHUP
#define POLLRDNORM       MSOCK_POLLRDNORM
#define POLLWRNORM       MSOCK_POLLWRNORM
#define SHUT_RD          MSOCK_SHUT_RD
#define SHUT_RDWR        MSOCK_SHUT_RDWR
#define SHUT_WR          MSOCK_SHUT_WR
#define SOCK_DGRAM       MSOCK_SOCK_DGRAM
#define SOCK_NONBLOCK    MSOCK_SOCK_NONBLOCK
#define SOCK_STREAM      MSOCK_SOCK_STREAM
#define SOL_SOCKET       MSOCK_SOL_SOCKET
#define SO_ERROR         MSOCK_SO_ERROR
#define SO_KEEPALIVE     MSOCK_SO_KEEPALIVE
#define SO_RCVTIMEO      MSOCK_SO_RCVTIMEO
#define SO_REUSEADDR     MSOCK_SO_REUSEADDR
#define SO_SNDTIMEO      MSOCK_SO_SNDTIMEO
#define SO_TYPE          MSOCK_SO_TYPE
#define TCP_NODELAY      MSOCK_TCP_NODELAY

/* Linux's number of a type of socket that neither side has for these families. */
#define SOCK_SEQPACKET   5

#endif

#endif
