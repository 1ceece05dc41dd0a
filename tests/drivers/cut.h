/*
 * cut.h: frames of known content, cut into pieces of odd lengths at odd addresses.
 */
#ifndef CUT_H
#define CUT_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#include "drv.h"

#define CUT_MAX_PIECES 1600
#define CUT_GUARD      0xEE

/* Lengths of pieces, repeated until the frame is used up; 0 ends the pattern. */
static const size_t cut_patterns[][5] = {{1},       {2},          {3},          {4},      {5},
                                         {1, 2, 3}, {3, 1, 4, 2}, {7, 1, 1, 6}, {14, 20}, {2000}};

#define CUT_PATTERNS (sizeof(cut_patterns) / sizeof(cut_patterns[0]))

struct cut {
    struct drv_piece pieces[CUT_MAX_PIECES];
    size_t n;
    uint8_t memory[4 * CUT_MAX_PIECES];
    size_t used; /* bytes of memory */
};

/* A frame's bytes: no two words of it are equal. */
static inline void frame_fill(uint8_t *frame, size_t len, unsigned seed)
{
    for (size_t i = 0; i < len; i++) {
        frame[i] = (uint8_t)(seed + i * 7 + (i >> 8));
    }
}

/* Pieces for len bytes by a pattern, guarded by a byte on both sides, which also makes their
 * addresses odd and even in turn. */
static inline void cut_make(struct cut *cut, size_t len, size_t pattern)
{
    const size_t *next = cut_patterns[pattern];

    memset(cut->memory, CUT_GUARD, sizeof(cut->memory));
    cut->n = 0;
    cut->used = 1;
    while (len > 0) {
        size_t part = *next < len ? *next : len;

        cut->pieces[cut->n].data = cut->memory + cut->used;
        cut->pieces[cut->n].len = part;
        cut->n++;
        cut->used += part + 1;
        len -= part;
        next = next[1] != 0 ? next + 1 : cut_patterns[pattern];
    }
}

/* Writes a frame into the pieces. */
static inline void cut_set(struct cut *cut, const uint8_t *frame)
{
    for (size_t i = 0; i < cut->n; i++) {
        memcpy(cut->pieces[i].data, frame, cut->pieces[i].len);
        frame += cut->pieces[i].len;
    }
}

/* The pieces hold the frame, and nothing beside them was written. */
static inline void cut_expect(const struct cut *cut, const uint8_t *frame)
{
    assert_int_equal(cut->memory[0], CUT_GUARD);
    for (size_t i = 0; i < cut->n; i++) {
        const uint8_t *data = cut->pieces[i].data;

        assert_memory_equal(data, frame, cut->pieces[i].len);
        assert_int_equal(data[cut->pieces[i].len], CUT_GUARD);
        frame += cut->pieces[i].len;
    }
}

#endif
