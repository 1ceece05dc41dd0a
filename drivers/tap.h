/*
 * tap.h: a Linux TAP device as a driver: the other end of the wire is an interface of the host,
 * whose address and state are the user's business, for example:
 *
 *   ip tuntap add tap0 mode tap user $USER; ip addr add 192.0.2.1/24 dev tap0; ip link set tap0 up
 */
#ifndef TAP_H
#define TAP_H

#include "drv.h"

/* The device. The object belongs to the caller; only drv is for others. */
struct tap {
    struct drv drv;
    int fd;
    size_t pending;                   /* bytes of the frame that waits, 0: none */
    uint8_t frame[DRV_MAX_FRAME + 1]; /* it; one byte more shows a frame that is too long */
};

/* Opens a TAP device, and creates it if there is none of this name and the process may
 * (CAP_NET_ADMIN). Its Ethernet address is made from that of the host's end, so it differs from it
 * and stays the same as long as the interface exists. Does not block.
 *   self  the object; nothing in it is read
 *   name  the interface, at most 15 characters
 * Returns 0, or the negative errno of the system call that failed:
 *   -ENAMETOOLONG     name is too long
 *   -ENOENT, -EACCES  /dev/net/tun is not there, or not for this user
 *   -EPERM            the process may not create the interface, or not use this one
 *   -EBUSY            another process has it open
 *   -EINVAL           it is another kind of interface */
int tap_open(struct tap *self, const char *name);

/* Closes the device; an interface that tap_open() created is gone. The object may not be used by a
 * stack any more. */
void tap_close(struct tap *self);

/* The file descriptor, readable (poll) when a frame has arrived. It stays the driver's. */
int tap_fd(const struct tap *self);

#endif
