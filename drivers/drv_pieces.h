/*
 * drv_pieces.h: frames in pieces, for drivers that keep frames in memory of their own.
 */
#ifndef DRV_PIECES_H
#define DRV_PIECES_H

#include <string.h>

#include "drv.h"

/* The bytes of all pieces together. */
static inline size_t drv_pieces_length(const struct drv_piece *pieces, size_t n)
{
    size_t len = 0;

    for (size_t i = 0; i < n; i++) {
        len += pieces[i].len;
    }
    return len;
}

/* Copies all pieces behind each other to a place with room for drv_pieces_length() bytes. */
static inline void drv_pieces_gather(const struct drv_piece *pieces, size_t n, uint8_t *to)
{
    for (size_t i = 0; i < n; i++) {
        memcpy(to, pieces[i].data, pieces[i].len);
        to += pieces[i].len;
    }
}

/* Copies len bytes into the pieces; what does not fit is left out. */
static inline void drv_pieces_scatter(const struct drv_piece *pieces, size_t n, const uint8_t *from,
                                      size_t len)
{
    for (size_t i = 0; i < n && len > 0; i++) {
        size_t part = pieces[i].len < len ? pieces[i].len : len;

        memcpy(pieces[i].data, from, part);
        from += part;
        len -= part;
    }
}

#endif
