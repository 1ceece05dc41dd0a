/*
 * msock_types.h: the types and numbers of the sockets API under microsockets' own names, so that
 * they live beside any C library's <sys/socket.h>. Values and layouts are Linux's (generic
 * architecture), except that struct msock_timeval holds two longs.
 */
#ifndef MSOCK_TYPES_H
#define MSOCK_TYPES_H

#include <stddef.h>
#include <stdint.h>

typedef ptrdiff_t msock_ssize_t;
typedef uint32_t msock_socklen_t;
typedef uint16_t msock_sa_family_t;
typedef uint16_t msock_in_port_t; /* network byte order */
typedef uint32_t msock_in_addr_t; /* network byte order */
typedef uint32_t msock_nfds_t;

/* Address families. */
#define MSOCK_AF_UNSPEC 0
#define MSOCK_AF_INET   2
#define MSOCK_AF_INET6  10

/* Socket types. */
#define MSOCK_SOCK_STREAM 1
#define MSOCK_SOCK_DGRAM  2
/* Or-ed to the type. */
#define MSOCK_SOCK_NONBLOCK 0x800

/* Protocols. */
#define MSOCK_IPPROTO_IP   0
#define MSOCK_IPPROTO_TCP  6
#define MSOCK_IPPROTO_UDP  17
#define MSOCK_IPPROTO_IPV6 41

/* Flags of send and recv. */
#define MSOCK_MSG_PEEK     0x2
#define MSOCK_MSG_TRUNC    0x20
#define MSOCK_MSG_DONTWAIT 0x40
#define MSOCK_MSG_WAITALL  0x100
#define MSOCK_MSG_NOSIGNAL 0x4000

/* shutdown(). */
#define MSOCK_SHUT_RD   0
#define MSOCK_SHUT_WR   1
#define MSOCK_SHUT_RDWR 2

/* Option levels and options. */
#define MSOCK_SOL_SOCKET   1
#define MSOCK_SO_REUSEADDR 2
#define MSOCK_SO_TYPE      3
#define MSOCK_SO_ERROR     4
#define MSOCK_SO_KEEPALIVE 9
#define MSOCK_SO_RCVTIMEO  20
#define MSOCK_SO_SNDTIMEO  21
#define MSOCK_TCP_NODELAY  1  /* level IPPROTO_TCP */
#define MSOCK_IPV6_V6ONLY  26 /* level IPPROTO_IPV6 */

/* fcntl(). */
#define MSOCK_F_GETFL    3
#define MSOCK_F_SETFL    4
#define MSOCK_O_RDWR     2
#define MSOCK_O_NONBLOCK 0x800

/* poll(). */
#define MSOCK_POLLIN     0x001
#define MSOCK_POLLPRI    0x002
#define MSOCK_POLLOUT    0x004
#define MSOCK_POLLERR    0x008
#define MSOCK_POLLHUP    0x010
#define MSOCK_POLLNVAL   0x020
#define MSOCK_POLLRDNORM 0x040
#define MSOCK_POLLWRNORM 0x100
#define MSOCK_POLLRDHUP  0x2000

#define MSOCK_INADDR_ANY       ((msock_in_addr_t)0)
#define MSOCK_INET_ADDRSTRLEN  16
#define MSOCK_INET6_ADDRSTRLEN 46

struct msock_sockaddr {
    msock_sa_family_t sa_family;
    char sa_data[14];
};

struct msock_in_addr {
    msock_in_addr_t s_addr;
};

struct msock_sockaddr_in {
    msock_sa_family_t sin_family;
    msock_in_port_t sin_port;
    struct msock_in_addr sin_addr;
    unsigned char sin_zero[8];
};

struct msock_in6_addr {
    union {
        uint8_t s6_bytes[16];
        uint32_t s6_words[4]; /* for the alignment; network byte order */
    } s6;
};

struct msock_sockaddr_in6 {
    msock_sa_family_t sin6_family;
    msock_in_port_t sin6_port;
    uint32_t sin6_flowinfo;
    struct msock_in6_addr sin6_addr;
    uint32_t sin6_scope_id;
};

/* Room for an address of any family that microsockets knows. */
struct msock_sockaddr_storage {
    union {
        struct msock_sockaddr sa;
        struct msock_sockaddr_in in;
        struct msock_sockaddr_in6 in6;
    } ss;
};

struct msock_timeval {
    long tv_sec;
    long tv_usec;
};

struct msock_pollfd {
    int fd;
    short events;
    short revents;
};

struct msock_addrinfo {
    int ai_flags;
    int ai_family;
    int ai_socktype;
    int ai_protocol;
    msock_socklen_t ai_addrlen; /* bytes */
    struct msock_sockaddr *ai_addr;
    char *ai_canonname;
    struct msock_addrinfo *ai_next;
};

#define MSOCK_AI_PASSIVE     0x01
#define MSOCK_AI_NUMERICHOST 0x04
#define MSOCK_AI_NUMERICSERV 0x400

/* Results of getaddrinfo(). */
#define MSOCK_EAI_BADFLAGS   (-1)
#define MSOCK_EAI_NONAME     (-2)
#define MSOCK_EAI_AGAIN      (-3)
#define MSOCK_EAI_FAMILY     (-6)
#define MSOCK_EAI_SOCKTYPE   (-7)
#define MSOCK_EAI_SERVICE    (-8)
#define MSOCK_EAI_ADDRFAMILY (-9)
#define MSOCK_EAI_MEMORY     (-10)
#define MSOCK_EAI_SYSTEM     (-11)

/* Host to network byte order and back, for 16 and 32 bits: each is its own inverse. */
static inline uint16_t msock_htons(uint16_t host)
{
    const union {
        uint8_t bytes[2];
        uint16_t word;
    } net = {{(uint8_t)(host >> 8), (uint8_t)host}};
    return net.word;
}

static inline uint16_t msock_ntohs(uint16_t net)
{
    return msock_htons(net);
}

static inline uint32_t msock_htonl(uint32_t host)
{
    const union {
        uint8_t bytes[4];
        uint32_t word;
    } net = {{(uint8_t)(host >> 24), (uint8_t)(host >> 16), (uint8_t)(host >> 8), (uint8_t)host}};
    return net.word;
}

static inline uint32_t msock_ntohl(uint32_t net)
{
    return msock_htonl(net);
}

#endif
