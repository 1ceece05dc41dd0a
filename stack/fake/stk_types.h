/*
 * stk_types.h: the fake's part of a socket.
 */
#ifndef STK_TYPES_H
#define STK_TYPES_H

struct fake_block;

struct stk_sock {
    struct fake_block *block; /* what the fake knows of it; NULL: nothing */
};

#endif
