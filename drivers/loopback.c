/*
 * loopback.c: sends IP packets back with their addresses swapped. No checksum changes by that: the
 * headers' and pseudo-headers' are sums of words (RFC 1071), and a sum does not know an order.
 */
#include "loopback.h"

#include "drv_pieces.h"

/* Where the addresses are: source, and right behind it destination. */
#define IPV4_SOURCE  12
#define IPV4_ADDRESS 4
#define IPV4_HEADER  20
#define IPV6_SOURCE  8
#define IPV6_ADDRESS 16
#define IPV6_HEADER  40

static void swap(uint8_t *source, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        uint8_t byte = source[i];

        source[i] = source[len + i];
        source[len + i] = byte;
    }
}

/* Swaps the addresses; false: this is no IP packet. */
static bool turn_round(uint8_t *packet, size_t len)
{
    uint8_t version = len > 0 ? packet[0] >> 4 : 0;

    if (version == 4 && len >= IPV4_HEADER) {
        swap(packet + IPV4_SOURCE, IPV4_ADDRESS);
        return true;
    }
    if (version == 6 && len >= IPV6_HEADER) {
        swap(packet + IPV6_SOURCE, IPV6_ADDRESS);
        return true;
    }
    return false;
}

static int loopback_send(struct drv *drv, const struct drv_piece *pieces, size_t n)
{
    struct loopback *self = (struct loopback *)drv;
    unsigned last = (self->first + self->count) % LOOPBACK_FRAMES;
    size_t len = drv_pieces_length(pieces, n);

    if (self->count == LOOPBACK_FRAMES || len > LOOPBACK_MTU) {
        return -1;
    }
    drv_pieces_gather(pieces, n, self->frames[last].bytes);
    if (!turn_round(self->frames[last].bytes, len)) {
        return -1;
    }
    self->frames[last].len = len;
    self->count++;
    return 0;
}

static size_t loopback_pending(struct drv *drv)
{
    const struct loopback *self = (const struct loopback *)drv;

    return self->count > 0 ? self->frames[self->first].len : 0;
}

static void loopback_discard(struct drv *drv)
{
    struct loopback *self = (struct loopback *)drv;

    self->first = (self->first + 1) % LOOPBACK_FRAMES;
    self->count--;
}

static void loopback_receive(struct drv *drv, const struct drv_piece *pieces, size_t n)
{
    const struct loopback *self = (const struct loopback *)drv;

    drv_pieces_scatter(pieces, n, self->frames[self->first].bytes, self->frames[self->first].len);
    loopback_discard(drv);
}

static const struct drv_ops loopback_ops = {loopback_send, loopback_pending, loopback_receive,
                                            loopback_discard};

void loopback_init(struct loopback *self)
{
    memset(self, 0, sizeof(*self));
    self->drv.ops = &loopback_ops;
    self->drv.kind = DRV_IP;
    self->drv.mtu = LOOPBACK_MTU;
}
