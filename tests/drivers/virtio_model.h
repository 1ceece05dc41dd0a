/*
 * virtio_model.h: a virtio network device at the level of its queues, as the specification tells it
 * (VIRTIO 1.2, 2.7): it takes buffers from the available rings in their order, and gives them back
 * when the test wants it. What a driver must not do (a wrong chain, a queue before its time) fails
 * the test. The registers of the transports have models of their own.
 */
#ifndef VIRTIO_MODEL_H
#define VIRTIO_MODEL_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "virtio.h"

#define MODEL_MAX_FRAME 1514

struct model_queue {
    uint16_t max;
    struct virtio_queue_place place;
    uint16_t avail_seen;
    unsigned notified;
};

struct model {
    struct virtio virtio;
    uint8_t status;
    bool stuck; /* does not come out of a reset */
    uint32_t features[2];
    uint32_t accepted[2];
    bool refuses; /* what the driver accepted */
    uint8_t config[8];
    struct model_queue queues[2];
    unsigned acknowledged;
};

enum { MODEL_RECEIVE = 0, MODEL_SEND = 1 };

/* ---- The transport ----------------------------------------------------------------------------- */

static inline struct model *model_of(struct virtio *virtio)
{
    return (struct model *)virtio;
}

static inline uint32_t model_features(struct virtio *virtio, unsigned word)
{
    return model_of(virtio)->features[word];
}

static inline void model_features_set(struct virtio *virtio, unsigned word, uint32_t bits)
{
    assert_int_equal(model_of(virtio)->status, VIRTIO_ACKNOWLEDGE | VIRTIO_DRIVER);
    model_of(virtio)->accepted[word] = bits;
}

static inline uint8_t model_status(struct virtio *virtio)
{
    return model_of(virtio)->status;
}

static inline void model_status_set(struct virtio *virtio, uint8_t status)
{
    struct model *model = model_of(virtio);

    assert_true(status == 0 || (status & model->status) == model->status);
    if (model->stuck) {
        return;
    }
    model->status = model->refuses ? (uint8_t)(status & ~VIRTIO_FEATURES_OK) : status;
}

static inline uint16_t model_queue_max(struct virtio *virtio, uint16_t queue)
{
    return model_of(virtio)->queues[queue].max;
}

static inline void model_queue_set(struct virtio *virtio, uint16_t queue,
                                   const struct virtio_queue_place *place)
{
    assert_int_equal(model_of(virtio)->status & VIRTIO_DRIVER_OK, 0);
    assert_true(place->size <= model_of(virtio)->queues[queue].max);
    assert_int_equal((uintptr_t)place->desc % VIRTIO_ALIGN, 0);
    model_of(virtio)->queues[queue].place = *place;
}

static inline void model_notify(struct virtio *virtio, uint16_t queue)
{
    assert_true((model_of(virtio)->status & VIRTIO_DRIVER_OK) != 0);
    model_of(virtio)->queues[queue].notified++;
}

static inline uint8_t model_config(struct virtio *virtio, unsigned offset)
{
    return model_of(virtio)->config[offset];
}

static inline void model_irq_acknowledge(struct virtio *virtio)
{
    model_of(virtio)->acknowledged++;
}

static const struct virtio_ops model_ops = {
    model_features,  model_features_set, model_status, model_status_set,     model_queue_max,
    model_queue_set, model_notify,       model_config, model_irq_acknowledge};

static inline void model_init(struct model *model, bool legacy)
{
    static const uint8_t mac[6] = {0x52, 0x54, 0x00, 0x12, 0x34, 0x56};

    memset(model, 0, sizeof(*model));
    model->virtio.ops = &model_ops;
    model->virtio.legacy = legacy;
    model->features[0] = 0xFFFFFFFF;
    model->features[1] = VIRTIO_F_VERSION_1;
    model->queues[MODEL_RECEIVE].max = 256;
    model->queues[MODEL_SEND].max = 256;
    memcpy(model->config, mac, 6);
}

/* ---- The device's side of a queue -------------------------------------------------------------- */

/* Buffers that the driver has lent and the device has not taken. */
static inline unsigned model_lent(const struct model_queue *queue)
{
    return (uint16_t)(queue->place.avail[1] - queue->avail_seen);
}

/* Takes the next chain: its number, and the two descriptors. */
static inline uint16_t model_take(struct model_queue *queue, const struct virtio_desc **header,
                                  const struct virtio_desc **frame)
{
    uint16_t size = queue->place.size;
    uint16_t head;

    assert_true(model_lent(queue) > 0);
    head = queue->place.avail[2 + queue->avail_seen++ % size];
    assert_true(head < size);
    *header = &queue->place.desc[head];
    assert_true(((*header)->flags & VIRTIO_DESC_NEXT) != 0);
    assert_true((*header)->next < size);
    *frame = &queue->place.desc[(*header)->next];
    assert_int_equal((*frame)->flags & VIRTIO_DESC_NEXT, 0);
    return head;
}

/* Gives a buffer back, with whatever number and length. */
static inline void model_give(struct model_queue *queue, uint32_t id, uint32_t len)
{
    volatile struct virtio_used *ring = (volatile struct virtio_used *)(queue->place.used + 2);
    uint16_t index = queue->place.used[1];

    ring[index % queue->place.size].id = id;
    ring[index % queue->place.size].len = len;
    queue->place.used[1] = (uint16_t)(index + 1);
}

/* Has a frame arrive, of which the device says that it wrote so many bytes. */
static inline void model_arrive_as(struct model *model, const uint8_t *bytes, size_t len,
                                   uint32_t told)
{
    const struct virtio_desc *header, *frame;
    uint16_t head = model_take(&model->queues[MODEL_RECEIVE], &header, &frame);

    assert_int_equal(header->len, model->virtio.legacy ? 10 : 12);
    assert_true((header->flags & frame->flags & VIRTIO_DESC_DEVICE_WRITES) != 0);
    assert_true(len <= frame->len);
    memset((void *)(uintptr_t)header->address, 0xAA, header->len);
    memcpy((void *)(uintptr_t)frame->address, bytes, len);
    model_give(&model->queues[MODEL_RECEIVE], head, told);
}

static inline void model_arrive(struct model *model, const uint8_t *bytes, size_t len)
{
    model_arrive_as(model, bytes, len, (uint32_t)len + (model->virtio.legacy ? 10 : 12));
}

/* Takes the next frame that was sent, without giving its buffer back: the chain's number. */
static inline uint16_t model_sent(struct model *model, const uint8_t *bytes, size_t len)
{
    static const uint8_t nothing[12];
    const struct virtio_desc *header, *frame;
    uint16_t head = model_take(&model->queues[MODEL_SEND], &header, &frame);

    assert_int_equal(header->len, model->virtio.legacy ? 10 : 12);
    assert_int_equal((header->flags | frame->flags) & VIRTIO_DESC_DEVICE_WRITES, 0);
    assert_memory_equal((void *)(uintptr_t)header->address, nothing, header->len);
    assert_int_equal(frame->len, len);
    assert_memory_equal((void *)(uintptr_t)frame->address, bytes, len);
    return head;
}

#endif
