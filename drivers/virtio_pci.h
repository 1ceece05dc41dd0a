/*
 * virtio_pci.h: virtio devices on a PCI bus [VIRTIO 1.2, 4.1], by the interface of version 1.0 and
 * later, which transitional devices have too. Their registers must be in the first 4 GB, and have
 * been given their places by the firmware.
 */
#ifndef VIRTIO_PCI_H
#define VIRTIO_PCI_H

#include "virtio.h"

/* How the machine reaches the configuration space of a PCI function: 32 bits at a time, at offsets
 * that are multiples of 4. What a function's number looks like is the machine's business. */
struct virtio_pci_config {
    uint32_t (*read)(uint32_t function, unsigned offset);
    void (*write)(uint32_t function, unsigned offset, uint32_t value);
};

/* Queues that a device may have here. Cost: a pointer each. */
#define VIRTIO_PCI_QUEUES 2

/* The transport. The object belongs to the caller; only virtio is for others. */
struct virtio_pci {
    struct virtio virtio;
    uintptr_t common;
    uintptr_t isr;
    uintptr_t device;
    uintptr_t notify;
    uint32_t notify_multiplier;
    uintptr_t notify_queue[VIRTIO_PCI_QUEUES];
};

/* Looks whether a PCI function is a device of this kind, and makes the object its transport. A
 * machine tries its functions one after the other.
 *   self      the object; nothing in it is read
 *   config    the way to the configuration space; used in this call only
 *   function  number of the function
 *   id        the kind that is wanted
 * Returns 0, or:
 *   VIRTIO_NO_DEVICE  it is something else, or nothing
 *   VIRTIO_REFUSED    it is one, but without this interface, or with its registers out of reach */
int virtio_pci_open(struct virtio_pci *self, const struct virtio_pci_config *config,
                    uint32_t function, enum virtio_id id);

#endif
