/*
 * drv.h: the seam to network devices. A driver is an object that begins with struct drv, so that
 * several can be alive in one image, and one can own another (capture, impairment).
 *
 * A driver moves whole frames and never waits. It knows no IP stack: the stack's side (for lwIP
 * stack/lwip/lwip_drv.c) allocates the memory and passes it in pieces.
 */
#ifndef DRV_H
#define DRV_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* One piece of a frame's memory. */
struct drv_piece {
    void *data;
    size_t len; /* bytes */
};

/* The longest frame, in bytes: Ethernet header and 1500 bytes, no check sequence. */
#define DRV_MAX_FRAME 1514

enum drv_kind {
    DRV_ETHERNET, /* frames begin with an Ethernet header */
    DRV_IP        /* frames begin with an IPv4 or IPv6 header */
};

struct drv;

struct drv_ops {
    /* Sends the frame that the n pieces make up, in their order. The memory is the caller's again
     * on return. Returns 0, or -1 if the device has no room: the frame is lost, as on a wire. */
    int (*send)(struct drv *drv, const struct drv_piece *pieces, size_t n);

    /* The length in bytes of the next frame that has arrived, at most DRV_MAX_FRAME; 0: none. The
     * frame waits in the driver until receive() or discard(). */
    size_t (*pending)(struct drv *drv);

    /* Copies the pending frame into the n pieces, which hold at least its length together. */
    void (*receive)(struct drv *drv, const struct drv_piece *pieces, size_t n);

    /* Drops the pending frame. */
    void (*discard)(struct drv *drv);
};

struct drv {
    const struct drv_ops *ops;
    enum drv_kind kind;
    uint8_t mac[6]; /* Ethernet address; DRV_ETHERNET only */
    uint16_t mtu;   /* longest IP packet, bytes */
};

#endif
