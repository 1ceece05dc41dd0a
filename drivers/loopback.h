/*
 * loopback.h: a device for IP packets that comes back to where it left: every packet is received
 * again with its source and destination address swapped. So the stack talks to itself through the
 * driver seam, like to a neighbour: with the interface 10.255.0.1/24, the peer 10.255.0.2 is oneself.
 *
 * (127.0.0.1 and ::1 need no device: the stack has them inside.)
 */
#ifndef LOOPBACK_H
#define LOOPBACK_H

#include "drv.h"

/* Packets that can be under way, 1 or more. Cost: 1.5 KB in each object. */
#ifndef LOOPBACK_FRAMES
#define LOOPBACK_FRAMES 16
#endif

#if LOOPBACK_FRAMES < 1
#error "LOOPBACK_FRAMES must be 1 or more: a packet waits there until the stack polls"
#endif

/* The longest packet, bytes. */
#define LOOPBACK_MTU 1500

/* The device. The object belongs to the caller; only drv is for others. */
struct loopback {
    struct drv drv;
    unsigned first; /* of the packets that wait */
    unsigned count;
    struct {
        size_t len;
        uint8_t bytes[LOOPBACK_MTU];
    } frames[LOOPBACK_FRAMES];
};

/* Makes the object a device with nothing under way. send() gives -1 for what is no IPv4 or IPv6
 * packet, is longer than LOOPBACK_MTU, or finds LOOPBACK_FRAMES packets waiting. */
void loopback_init(struct loopback *self);

#endif
