/*
 * fake_block.h: what the files of the fake share: its control blocks, and how a call is checked.
 */
#ifndef FAKE_BLOCK_H
#define FAKE_BLOCK_H

#include "stk_fake.h"

struct fake_datagram {
    struct stk_endpoint from;
    size_t len;
    uint8_t bytes[FAKE_MAX_BYTES];
};

struct fake_block {
    struct stk_sock *owner; /* NULL: the block is free */
    uint32_t serial;        /* tells this use of the block from the others */
    enum stk_type type;
    uint8_t family;
    unsigned options;
    bool lost; /* the connection is over; only received bytes are left */
    bool bound;
    bool port_chosen; /* by the fake, not by bind() */
    bool connecting;
    bool connected; /* a datagram socket: has a peer */
    bool listening;
    bool shut;
    bool ack_held;
    uint8_t backlog;
    uint8_t waiting;           /* a listener's connections that were not accepted */
    struct fake_block *parent; /* the listener that this connection waits at */
    struct stk_endpoint local;
    struct stk_endpoint peer;
    size_t room; /* bytes that stk_send() still takes */
    uint8_t received[FAKE_MAX_BYTES];
    size_t received_len;
    uint8_t sent[FAKE_MAX_BYTES];
    size_t sent_len;
    struct fake_datagram datagrams[FAKE_MAX_DATAGRAMS];
    size_t datagram_count;
};

/* ---- stk_fake.c */

/* The block of a socket, or NULL. */
struct fake_block *fake_block_of(const struct stk_sock *sk);

/* The block with this serial number, or NULL: it has been given up. */
struct fake_block *fake_block_with(uint32_t serial);

/* Takes a block; NULL: none is free. */
struct fake_block *fake_take_block(struct stk_sock *sk, enum stk_type type);

/* Counts a call that can fail: 0, or the error that the test wants of it. */
int fake_fallible(void);

/* ---- fake_events.c */

void fake_forget_events(void);

/* Has a connect end as the test has said. */
void fake_schedule_outcome(struct stk_sock *sk);

#endif
