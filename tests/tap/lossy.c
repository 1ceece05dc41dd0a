/*
 * lossy.c: loses frames at random, with a generator of its own, so that no run is luckier than
 * another.
 */
#include "lossy.h"

#include <string.h>

static bool is_lost(struct lossy *self)
{
    /* The generator of "Numerical Recipes"; the low bits are the poor ones. */
    self->random = self->random * 1664525u + 1013904223u;
    const bool lost = (self->random >> 16) % self->one_in == 0;
    self->lost += lost;
    return lost;
}

static int lossy_send(struct drv *drv, const struct drv_piece *pieces, size_t n)
{
    struct lossy *self = (struct lossy *)drv;

    if (is_lost(self)) {
        return 0;
    }
    return self->below->ops->send(self->below, pieces, n);
}

static size_t lossy_pending(struct drv *drv)
{
    struct lossy *self = (struct lossy *)drv;
    size_t len = self->below->ops->pending(self->below);

    while (len > 0 && !self->looked_at) {
        if (is_lost(self)) {
            self->below->ops->discard(self->below);
            len = self->below->ops->pending(self->below);
        } else {
            self->looked_at = true;
        }
    }
    return len;
}

static void lossy_receive(struct drv *drv, const struct drv_piece *pieces, size_t n)
{
    struct lossy *self = (struct lossy *)drv;

    self->looked_at = false;
    self->below->ops->receive(self->below, pieces, n);
}

static void lossy_discard(struct drv *drv)
{
    struct lossy *self = (struct lossy *)drv;

    self->looked_at = false;
    self->below->ops->discard(self->below);
}

static const struct drv_ops lossy_ops = {lossy_send, lossy_pending, lossy_receive, lossy_discard};

void lossy_init(struct lossy *self, struct drv *below, unsigned one_in)
{
    memset(self, 0, sizeof(*self));
    self->drv = *below;
    self->drv.ops = &lossy_ops;
    self->below = below;
    self->random = 1;
    self->one_in = one_in;
}
