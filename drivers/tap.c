/*
 * tap.c: Linux TAP device. A read takes a whole frame out of the kernel without telling its length
 * beforehand, so the frame waits in the object until the stack has allocated its memory.
 */
#include "tap.h"

#include <errno.h>
#include <fcntl.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#include <net/if.h>
#include <linux/if_tun.h>

#include "drv_pieces.h"

/* ---- Driver ---------------------------------------------------------------------------------- */

static size_t tap_pending(struct drv *drv)
{
    struct tap *self = (struct tap *)drv;

    while (self->pending == 0) {
        ssize_t n = read(self->fd, self->frame, sizeof(self->frame));

        if (n <= 0) {
            return 0;
        }
        if (n <= DRV_MAX_FRAME) {
            self->pending = (size_t)n;
        }
    }
    return self->pending;
}

static void tap_receive(struct drv *drv, const struct drv_piece *pieces, size_t n)
{
    struct tap *self = (struct tap *)drv;

    drv_pieces_scatter(pieces, n, self->frame, self->pending);
    self->pending = 0;
}

static void tap_discard(struct drv *drv)
{
    ((struct tap *)drv)->pending = 0;
}

static int tap_send(struct drv *drv, const struct drv_piece *pieces, size_t n)
{
    struct tap *self = (struct tap *)drv;
    uint8_t frame[DRV_MAX_FRAME];
    size_t len = drv_pieces_length(pieces, n);

    if (len > sizeof(frame)) {
        return -1;
    }
    drv_pieces_gather(pieces, n, frame);
    return write(self->fd, frame, len) == (ssize_t)len ? 0 : -1;
}

static const struct drv_ops tap_ops = {tap_send, tap_pending, tap_receive, tap_discard};

/* ---- Opening --------------------------------------------------------------------------------- */

/* Attaches the descriptor to the interface and derives our Ethernet address. */
static int attach(struct tap *self, const char *name)
{
    struct ifreq request;

    memset(&request, 0, sizeof(request));
    strncpy(request.ifr_name, name, sizeof(request.ifr_name) - 1);
    request.ifr_flags = IFF_TAP | IFF_NO_PI;
    if (ioctl(self->fd, TUNSETIFF, &request) < 0 || ioctl(self->fd, SIOCGIFHWADDR, &request) < 0) {
        return -errno;
    }
    memcpy(self->drv.mac, request.ifr_hwaddr.sa_data, sizeof(self->drv.mac));
    self->drv.mac[0] = (uint8_t)((self->drv.mac[0] | 0x02) & ~0x01); /* locally administered */
    self->drv.mac[5] ^= 0x01;
    return 0;
}

int tap_open(struct tap *self, const char *name)
{
    int error;

    memset(self, 0, sizeof(*self));
    self->fd = -1;
    if (strlen(name) >= IFNAMSIZ) {
        return -ENAMETOOLONG;
    }
    self->fd = open("/dev/net/tun", O_RDWR | O_NONBLOCK | O_CLOEXEC);
    if (self->fd < 0) {
        return -errno;
    }
    error = attach(self, name);
    if (error != 0) {
        tap_close(self);
        return error;
    }
    self->drv.ops = &tap_ops;
    self->drv.kind = DRV_ETHERNET;
    self->drv.mtu = 1500;
    return 0;
}

void tap_close(struct tap *self)
{
    if (self->fd >= 0) {
        close(self->fd);
        self->fd = -1;
    }
}

int tap_fd(const struct tap *self)
{
    return self->fd;
}
