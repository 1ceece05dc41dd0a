/*
 * stk_types.h: the lwIP adapter's part of a socket.
 */
#ifndef STK_TYPES_H
#define STK_TYPES_H

#include <stdint.h>

struct pbuf;
struct tcp_pcb;
struct udp_pcb;

struct stk_sock {
    /* The control block; NULL: none. A listening one is a struct tcp_pcb_listen in lwIP, which
     * begins as a tcp_pcb does. */
    union {
        void *any;
        struct tcp_pcb *tcp;
        struct udp_pcb *udp;
    } block;
    struct pbuf *first; /* received and not yet taken, oldest first */
    struct pbuf *last;
    uint16_t offset; /* TCP: bytes of `first` that are taken already */
    uint8_t queued;  /* UDP: buffers in the queue */
    uint8_t flags;   /* LW_ in stk_lwip.h */
};

#endif
