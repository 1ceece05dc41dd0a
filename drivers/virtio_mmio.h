/*
 * virtio_mmio.h: virtio devices whose registers are in memory [VIRTIO 1.2, 4.2], of version 2 and of
 * the legacy version 1 [4.2.4].
 */
#ifndef VIRTIO_MMIO_H
#define VIRTIO_MMIO_H

#include "virtio.h"

/* The transport. The object belongs to the caller; only virtio is for others. */
struct virtio_mmio {
    struct virtio virtio;
    uintptr_t base;
};

/* Looks whether there is a device of this kind, and makes the object its transport. Does not touch
 * the device. A machine with several places for devices tries one after the other.
 *   self  the object; nothing in it is read
 *   base  address of the registers
 *   id    the kind that is wanted
 * Returns 0, or VIRTIO_NO_DEVICE. */
int virtio_mmio_open(struct virtio_mmio *self, uintptr_t base, enum virtio_id id);

#endif
