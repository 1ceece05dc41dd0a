/*
 * virtio_net.c: a virtio network device. Receive buffers are lent to the device all the time; a
 * frame is copied out of one into the caller's pieces, and the buffer is lent again. What is sent
 * is put together in a buffer of ours, because the caller's memory is his own again on return.
 *
 * Buffer i always goes with the descriptors 2i (header) and 2i + 1 (frame), and nothing that the
 * device tells is taken for an address or a length before it has been looked at.
 */
#include "virtio_net.h"

#include <stdatomic.h>
#include <string.h>

#include "drv_pieces.h"

/* The queues [5.1.2], the one feature that we want [5.1.3], and where the address is [5.1.4]. */
enum { QUEUE_RECEIVE = 0, QUEUE_SEND = 1 };
#define FEATURE_MAC (1u << 5)
#define CONFIG_MAC  0

#define HEADER_LEGACY 10
#define MIN_FRAME     14 /* an Ethernet header */

#define USED_NO_NOTIFY 1u /* the device asks for no notifications [2.7.10] */

/* ---- Queues ---------------------------------------------------------------------------------- */

/* What was written before is seen by the device before what is written after, and the same for what
 * is read [2.7.13, 2.7.14]. */
static void barrier(void)
{
    atomic_thread_fence(memory_order_seq_cst);
}

static void desc_set(struct virtio_desc *desc, void *memory, size_t len, unsigned flags)
{
    desc->address = (uintptr_t)memory;
    desc->len = (uint32_t)len;
    desc->flags = (uint16_t)flags;
    desc->next = 0;
}

static void queue_init(struct virtio_net_queue *queue, size_t header, unsigned flags)
{
    for (unsigned i = 0; i < VIRTIO_NET_FRAMES; i++) {
        desc_set(&queue->desc[2 * i], queue->headers[i], header, flags | VIRTIO_DESC_NEXT);
        queue->desc[2 * i].next = (uint16_t)(2 * i + 1);
        desc_set(&queue->desc[2 * i + 1], queue->frames[i], DRV_MAX_FRAME, flags);
    }
    queue->avail.flags = VIRTIO_AVAIL_NO_INTERRUPT;
}

/* Lends a buffer to the device [2.7.13]. */
static void queue_lend(struct virtio_net *self, uint16_t number, unsigned i)
{
    struct virtio_net_queue *queue = number == QUEUE_SEND ? &self->send : &self->receive;
    uint16_t index = queue->avail.index;

    queue->lent[i] = true;
    queue->avail.ring[index % VIRTIO_NET_DESCS] = (uint16_t)(2 * i);
    barrier();
    queue->avail.index = (uint16_t)(index + 1);
    barrier();
    if ((queue->used.flags & USED_NO_NOTIFY) == 0) {
        self->virtio->ops->notify(self->virtio, number);
    }
}

/* Takes the next buffer back from the device, with the bytes that it says to have written; false:
 * there is none. An entry that names no buffer of the device's is passed over. */
static bool queue_take(struct virtio_net_queue *queue, unsigned *buffer, size_t *len)
{
    while (queue->used.index != queue->used_seen) {
        barrier();
        uint16_t place = queue->used_seen++ % VIRTIO_NET_DESCS;
        uint32_t id = queue->used.ring[place].id;

        *len = queue->used.ring[place].len;
        if (id % 2 == 0 && id < VIRTIO_NET_DESCS && queue->lent[id / 2]) {
            *buffer = id / 2;
            queue->lent[id / 2] = false;
            return true;
        }
    }
    return false;
}

/* ---- Receiving ------------------------------------------------------------------------------- */

static size_t virtio_net_pending(struct drv *drv)
{
    struct virtio_net *self = (struct virtio_net *)drv;
    size_t len;

    while (self->pending == 0 && queue_take(&self->receive, &self->waiting, &len)) {
        if (len >= self->header + MIN_FRAME && len <= self->header + DRV_MAX_FRAME) {
            self->pending = len - self->header;
        } else {
            queue_lend(self, QUEUE_RECEIVE, self->waiting);
        }
    }
    return self->pending;
}

static void virtio_net_discard(struct drv *drv)
{
    struct virtio_net *self = (struct virtio_net *)drv;

    self->pending = 0;
    queue_lend(self, QUEUE_RECEIVE, self->waiting);
}

static void virtio_net_receive(struct drv *drv, const struct drv_piece *pieces, size_t n)
{
    struct virtio_net *self = (struct virtio_net *)drv;

    drv_pieces_scatter(pieces, n, self->receive.frames[self->waiting], self->pending);
    virtio_net_discard(drv);
}

/* ---- Sending --------------------------------------------------------------------------------- */

/* A buffer that the device does not have, or VIRTIO_NET_FRAMES. */
static unsigned free_buffer(struct virtio_net_queue *queue)
{
    unsigned i = 0;
    size_t ignored;

    if (queue_take(queue, &i, &ignored)) {
        return i;
    }
    while (i < VIRTIO_NET_FRAMES && queue->lent[i]) {
        i++;
    }
    return i;
}

static int virtio_net_send(struct drv *drv, const struct drv_piece *pieces, size_t n)
{
    struct virtio_net *self = (struct virtio_net *)drv;
    size_t len = drv_pieces_length(pieces, n);
    unsigned i;

    if (len < MIN_FRAME || len > DRV_MAX_FRAME) {
        return -1;
    }
    i = free_buffer(&self->send);
    if (i == VIRTIO_NET_FRAMES) {
        return -1;
    }
    drv_pieces_gather(pieces, n, self->send.frames[i]);
    self->send.desc[2 * i + 1].len = (uint32_t)len;
    queue_lend(self, QUEUE_SEND, i);
    return 0;
}

static const struct drv_ops virtio_net_ops = {virtio_net_send, virtio_net_pending,
                                              virtio_net_receive, virtio_net_discard};

/* ---- Opening --------------------------------------------------------------------------------- */

static void queue_announce(struct virtio *virtio, uint16_t number, struct virtio_net_queue *queue)
{
    const struct virtio_queue_place place = {VIRTIO_NET_DESCS, queue->desc, &queue->avail.flags,
                                             &queue->used.flags};

    virtio->ops->queue_set(virtio, number, &place);
}

static void queues_start(struct virtio_net *self)
{
    queue_init(&self->receive, self->header, VIRTIO_DESC_DEVICE_WRITES);
    queue_init(&self->send, self->header, 0);
    queue_announce(self->virtio, QUEUE_RECEIVE, &self->receive);
    queue_announce(self->virtio, QUEUE_SEND, &self->send);
    virtio_start(self->virtio);
    for (unsigned i = 0; i < VIRTIO_NET_FRAMES; i++) {
        queue_lend(self, QUEUE_RECEIVE, i);
    }
}

static bool has_queues(struct virtio *virtio)
{
    return virtio->ops->queue_max(virtio, QUEUE_RECEIVE) >= VIRTIO_NET_DESCS &&
           virtio->ops->queue_max(virtio, QUEUE_SEND) >= VIRTIO_NET_DESCS;
}

int virtio_net_open(struct virtio_net *self, struct virtio *virtio)
{
    memset(self, 0, sizeof(*self));
    self->virtio = virtio;
    if (virtio_negotiate(virtio, FEATURE_MAC) != 0) {
        return VIRTIO_REFUSED;
    }
    if ((virtio->ops->features(virtio, 0) & FEATURE_MAC) == 0 || !has_queues(virtio)) {
        return virtio_fail(virtio);
    }
    for (unsigned i = 0; i < sizeof(self->drv.mac); i++) {
        self->drv.mac[i] = virtio->ops->config(virtio, CONFIG_MAC + i);
    }
    self->header = virtio->legacy ? HEADER_LEGACY : VIRTIO_NET_HEADER;
    self->drv.ops = &virtio_net_ops;
    self->drv.kind = DRV_ETHERNET;
    self->drv.mtu = 1500;
    queues_start(self);
    return 0;
}

/* ---- Interrupt ------------------------------------------------------------------------------- */

/* The ring is looked at after the device was told, so a frame that came between the last poll and
 * now is seen [2.7.9]. */
bool virtio_net_irq_arm(struct virtio_net *self)
{
    self->receive.avail.flags = 0;
    barrier();
    return self->pending != 0 || self->receive.used.index != self->receive.used_seen;
}

void virtio_net_irq_disarm(struct virtio_net *self)
{
    self->receive.avail.flags = VIRTIO_AVAIL_NO_INTERRUPT;
    self->virtio->ops->irq_acknowledge(self->virtio);
}
