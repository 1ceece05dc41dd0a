/*
 * virtio_net.h: the virtio network device [VIRTIO 1.2, 5.1], legacy or not, on any transport of
 * virtio.h. Polled; its interrupt can end the processor's sleep.
 *
 * No offloads: a frame is a frame, and lwIP's checksums are its own.
 */
#ifndef VIRTIO_NET_H
#define VIRTIO_NET_H

#include "drv.h"
#include "virtio.h"

/* Frames that can wait in each direction, a power of two. Cost: 3.1 KB in each object. */
#ifndef VIRTIO_NET_FRAMES
#define VIRTIO_NET_FRAMES 8
#endif

#if VIRTIO_NET_FRAMES < 1 || VIRTIO_NET_FRAMES > 16384 ||                                          \
    (VIRTIO_NET_FRAMES & (VIRTIO_NET_FRAMES - 1)) != 0
#error "VIRTIO_NET_FRAMES must be a power of two up to 16384: so large can a queue be"
#endif

/* Descriptors of a queue: header and frame have one each, as legacy devices want it [5.1.6.6]. */
#define VIRTIO_NET_DESCS (2 * VIRTIO_NET_FRAMES)

/* The header in front of each frame; legacy devices have the first 10 bytes of it [5.1.6]. */
#define VIRTIO_NET_HEADER 12

/* A queue and the memory that it lends. The device reads and writes all but the last two members.
 */
struct virtio_net_queue {
    _Alignas(VIRTIO_ALIGN) struct virtio_desc desc[VIRTIO_NET_DESCS];
    struct {
        uint16_t flags;
        uint16_t index;
        uint16_t ring[VIRTIO_NET_DESCS];
        uint16_t used_event;
    } volatile avail;
    struct {
        _Alignas(VIRTIO_ALIGN) uint16_t flags;
        uint16_t index;
        struct virtio_used ring[VIRTIO_NET_DESCS];
        uint16_t avail_event;
    } volatile used;
    uint8_t headers[VIRTIO_NET_FRAMES][VIRTIO_NET_HEADER];
    uint8_t frames[VIRTIO_NET_FRAMES][DRV_MAX_FRAME];
    bool lent[VIRTIO_NET_FRAMES];
    uint16_t used_seen; /* the used ring's index, as far as we have looked */
};

/* The device. The object belongs to the caller; only drv is for others. */
struct virtio_net {
    struct drv drv;
    struct virtio *virtio;
    size_t header;    /* bytes in front of each frame */
    size_t pending;   /* bytes of the frame that waits, 0: none */
    unsigned waiting; /* where it is */
    struct virtio_net_queue receive;
    struct virtio_net_queue send;
};

/* Resets the device and starts receiving. Does not wait longer than the reset takes. The object may
 * not move afterwards: the device knows its address.
 *   self    the object; nothing in it is read
 *   virtio  the transport, opened; stays the caller's, and in use
 * Returns 0, or:
 *   VIRTIO_REFUSED  the device has no Ethernet address, or no queue of VIRTIO_NET_DESCS */
int virtio_net_open(struct virtio_net *self, struct virtio *virtio);

/* Has the device raise its interrupt when a frame arrives. Call it with interrupts masked, right
 * before the instruction that sleeps. Does not wait.
 * Returns true if a frame waits already: do not sleep. */
bool virtio_net_irq_arm(struct virtio_net *self);

/* Takes the interrupt back, and wants no more of them. For the interrupt handler; never waits. */
void virtio_net_irq_disarm(struct virtio_net *self);

#endif
