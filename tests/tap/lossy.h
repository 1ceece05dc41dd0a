/*
 * lossy.h: a driver on top of another, which loses frames in both directions.
 */
#ifndef LOSSY_H
#define LOSSY_H

#include "drv.h"

struct lossy {
    struct drv drv;
    struct drv *below;
    uint32_t random; /* state of the choice: each run loses the same */
    bool looked_at;  /* the frame that waits may stay */
    unsigned one_in; /* how many frames for each that is lost, on average */
    unsigned lost;   /* how many there were; to be read */
};

/* Both objects must stay as long as the stack uses the driver. */
void lossy_init(struct lossy *self, struct drv *below, unsigned one_in);

#endif
