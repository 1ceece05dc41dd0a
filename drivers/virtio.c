/*
 * virtio.c: how every driver of a virtio device begins, whatever the device and the transport.
 */
#include "virtio.h"

/* Looks at the status after a reset: a device that is in order needs one. */
#define PATIENCE 100000

/* A bit more of the status: the driver never clears one, but by a reset [2.1.1]. */
static void status_add(struct virtio *virtio, uint8_t bit)
{
    virtio->ops->status_set(virtio, virtio->ops->status(virtio) | bit);
}

static bool reset(struct virtio *virtio)
{
    virtio->ops->status_set(virtio, 0);
    for (int i = 0; i < PATIENCE; i++) {
        if (virtio->ops->status(virtio) == 0) {
            return true;
        }
    }
    return false;
}

/* A device that is not a legacy one must be told that we know, and may refuse what we took. */
static bool agree_on_version_1(struct virtio *virtio)
{
    if ((virtio->ops->features(virtio, 1) & VIRTIO_F_VERSION_1) == 0) {
        return false;
    }
    virtio->ops->features_set(virtio, 1, VIRTIO_F_VERSION_1);
    status_add(virtio, VIRTIO_FEATURES_OK);
    return (virtio->ops->status(virtio) & VIRTIO_FEATURES_OK) != 0;
}

int virtio_negotiate(struct virtio *virtio, uint32_t wanted)
{
    if (!reset(virtio)) {
        return virtio_fail(virtio);
    }
    status_add(virtio, VIRTIO_ACKNOWLEDGE);
    status_add(virtio, VIRTIO_DRIVER);
    virtio->ops->features_set(virtio, 0, virtio->ops->features(virtio, 0) & wanted);
    if (!virtio->legacy && !agree_on_version_1(virtio)) {
        return virtio_fail(virtio);
    }
    return 0;
}

void virtio_start(struct virtio *virtio)
{
    status_add(virtio, VIRTIO_DRIVER_OK);
}

int virtio_fail(struct virtio *virtio)
{
    status_add(virtio, VIRTIO_FAILED);
    return VIRTIO_REFUSED;
}
