/*
 * msock_net.h: what a program does with microsockets beside the sockets API: start it, feed it, and
 * look at its pools.
 */
#ifndef MSOCK_NET_H
#define MSOCK_NET_H

#include <stdbool.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* Starts the sockets layer, and its IP stack unless that runs already. Call it once, before any other call of microsockets;
 * again after a soft reset: every socket is dropped (its connection reset) and all starts anew.
 * Does not block. */
void msock_init(void);

/* Something that brings packets in: a network device that is polled, an application's own
 * `cyw43_arch_poll()`. The object belongs to the caller and must stay until the program ends. */
struct msock_poller {
    /* Brings in what has arrived, without waiting; returns true if that was anything. */
    bool (*poll)(struct msock_poller *self);
    struct msock_poller *next; /* set by msock_poller_add() */
};

/* Has the poller run whenever the stack runs. Adding one twice has no effect. Does not block. */
void msock_poller_add(struct msock_poller *poller);

/* Runs the stack once: all pollers, then the timers that are due. Does not block. Calls that wait
 * do this by themselves; a program that stays away from its sockets for long calls it now and then,
 * so that acknowledgements and retransmissions go on. Returns true if there was anything to do.
 * Inside a run (from a poller) it does nothing and returns false; no other call may be made there. */
bool msock_run(void);

/* How much of each pool is in use now; TIME-WAIT control blocks, which nobody holds, are counted
 * apart. Equal before and after a piece of work: nothing has leaked. lwIP counts its own only with
 * LWIP_STATS, MEM_STATS and MEMP_STATS in lwipopts.h; else they are 0. */
struct msock_usage {
    uint16_t fds;
    uint16_t sockets;
    uint16_t addrinfos;
    uint16_t tcp_blocks;     /* TCP control blocks, listening ones included */
    uint16_t time_wait;      /* TCP control blocks in TIME-WAIT */
    uint16_t udp_blocks;     /* UDP control blocks that sockets use */
    uint16_t segments;       /* TCP segments queued */
    uint16_t packet_buffers; /* buffers of the receive pool */
    uint32_t heap_bytes;     /* of the stack's own heap, for packets to be sent */
};

void msock_get_usage(struct msock_usage *usage);

#ifdef __cplusplus
}
#endif

#endif
