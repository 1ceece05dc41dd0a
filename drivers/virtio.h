/*
 * virtio.h: what the drivers of virtio devices share (Virtual I/O Device, VIRTIO, version 1.2,
 * OASIS; numbers in brackets are its sections): the transport, which is how a device is reached,
 * and the split virtqueue, through which memory is lent to it.
 *
 * A transport is an object that begins with struct virtio. virtio_mmio.h and virtio_pci.h have one
 * each, and both can be alive in one image. A driver sees no register.
 *
 * For little-endian machines, where the byte order of legacy devices (the machine's) and that of
 * others (little-endian) are the same, and whose devices see the processor's addresses and caches.
 */
#ifndef VIRTIO_H
#define VIRTIO_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#if __BYTE_ORDER__ != __ORDER_LITTLE_ENDIAN__
#error "virtio: a big-endian machine needs conversions here that nobody has tried"
#endif

/* What a virtio driver's open function found wrong. */
enum virtio_error {
    VIRTIO_NO_DEVICE = -1, /* nothing of this kind is there */
    VIRTIO_REFUSED = -2    /* the device does not do what the driver needs */
};

/* The device's kind [5]. */
enum virtio_id { VIRTIO_ID_NET = 1 };

/* Device status [2.1]. */
enum virtio_status {
    VIRTIO_ACKNOWLEDGE = 1,
    VIRTIO_DRIVER = 2,
    VIRTIO_DRIVER_OK = 4,
    VIRTIO_FEATURES_OK = 8,
    VIRTIO_FAILED = 128
};

/* Bit 0 of the second word of features [6]: the device is no legacy device. */
#define VIRTIO_F_VERSION_1 1u

/* ---- The split virtqueue [2.7] --------------------------------------------------------------- */

struct virtio_desc {
    uint64_t address;
    uint32_t len; /* bytes */
    uint16_t flags;
    uint16_t next;
};

enum virtio_desc_flags { VIRTIO_DESC_NEXT = 1, VIRTIO_DESC_DEVICE_WRITES = 2 };

struct virtio_used {
    uint32_t id;  /* the first descriptor of a chain */
    uint32_t len; /* bytes that the device has written */
};

/* The flag of the available ring by which the driver asks for no interrupts [2.7.7]. */
#define VIRTIO_AVAIL_NO_INTERRUPT 1u

/* The three parts of a queue. A legacy device takes one address for all, a multiple of VIRTIO_ALIGN
 * bytes, and finds the used ring at the next multiple of it behind the available ring [2.7.2]. */
#define VIRTIO_ALIGN 64

struct virtio_queue_place {
    uint16_t size; /* descriptors */
    struct virtio_desc *desc;
    volatile uint16_t *avail;
    volatile uint16_t *used;
};

/* ---- The transport --------------------------------------------------------------------------- */

struct virtio;

struct virtio_ops {
    /* Features of the device, 32 bits a word, and those that the driver takes [2.2]. */
    uint32_t (*features)(struct virtio *virtio, unsigned word);
    void (*features_set)(struct virtio *virtio, unsigned word, uint32_t bits);

    /* Device status; writing 0 resets the device. */
    uint8_t (*status)(struct virtio *virtio);
    void (*status_set)(struct virtio *virtio, uint8_t status);

    /* The largest size of a queue; 0: there is none of this number. */
    uint16_t (*queue_max)(struct virtio *virtio, uint16_t queue);

    /* Tells the device where a queue is, and enables it. */
    void (*queue_set)(struct virtio *virtio, uint16_t queue,
                      const struct virtio_queue_place *place);

    /* Tells the device that a queue has something new. */
    void (*notify)(struct virtio *virtio, uint16_t queue);

    /* A byte of the device's own configuration [2.5]. */
    uint8_t (*config)(struct virtio *virtio, unsigned offset);

    /* Takes the interrupt back that the device may have raised. */
    void (*irq_acknowledge)(struct virtio *virtio);
};

struct virtio {
    const struct virtio_ops *ops;
    bool legacy; /* from before version 1.0: no FEATURES_OK, other headers */
};

/* Resets the device and agrees on features with it [3.1.1, steps 1 to 6]. wanted are bits of the
 * first word; what the device does not have of them is left out. The driver sets up its queues
 * next, and ends with virtio_start(). Returns 0, or VIRTIO_REFUSED. */
int virtio_negotiate(struct virtio *virtio, uint32_t wanted);

/* The device may run [3.1.1, step 8]. */
void virtio_start(struct virtio *virtio);

/* The device is given up. Returns VIRTIO_REFUSED, for the caller to pass on. */
int virtio_fail(struct virtio *virtio);

#endif
