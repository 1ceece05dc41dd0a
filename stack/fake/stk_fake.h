/*
 * stk_fake.h: a stack without packets, for unit tests: what arrives, and when, is said by the test.
 *
 * It is strict with its caller, the core: the lock is held, a socket that was given up is used no
 * more, a stream sends only while it is connected, the stack is not run inside a run. It counts
 * what is asked of it, and notes it in the test port's trace. Stands on port/test.
 */
#ifndef STK_FAKE_H
#define STK_FAKE_H

#include "stk.h"

#define FAKE_NEVER UINT32_MAX

/* Sizes of what one socket holds. */
#define FAKE_MAX_BYTES     256
#define FAKE_MAX_DATAGRAMS 4

enum fake_what {
    FAKE_BYTES,      /* bytes of a stream */
    FAKE_DATAGRAM,   /* bytes, from */
    FAKE_END,        /* the peer ends its stream */
    FAKE_FAILURE,    /* the connection is over: error */
    FAKE_REFUSED,    /* a datagram found nobody at the peer's port */
    FAKE_ROOM,       /* room to send again: len */
    FAKE_CONNECTED,  /* (made by the fake: see fake_peer_answers) */
    FAKE_CONNECTION, /* one arrives at a listener: from */
    FAKE_ANSWER,     /* (made by the fake: see fake_server_answers) */
    FAKE_NOTHING     /* a timer of the stack, which nobody waits for */
};

struct fake_event {
    enum fake_what what;
    struct stk_sock *sk; /* what it happens to; given up meanwhile: nothing happens */
    const void *bytes;   /* the test's, to stay until the event */
    size_t len;
    int error;
    struct stk_endpoint from;
    struct stk_query *query;
};

/* What was asked of the fake since fake_reset(). */
struct fake_calls {
    unsigned runs;
    unsigned recvs;    /* stk_recv(), stk_recvfrom() */
    unsigned sends;    /* stk_send(), stk_sendto() */
    unsigned acks;     /* stk_ack_now() that had one to send */
    unsigned aborts;   /* stk_close() that reset the connection */
    unsigned refused;  /* connections that found no socket, or no room in the backlog */
    unsigned fallible; /* calls that can fail for want of memory */
};
extern struct fake_calls fake_calls;

/* Forgets events, counts and what was said below. A test begins with it, after msock_init(). */
void fake_reset(void);

/* Has something happen after_ms from now, in the first run of the stack from then on. */
void fake_at(uint32_t after_ms, struct fake_event event);

/* The fate of every connect from now on: 0 or the error of the peer's answer, and when it comes. */
void fake_peer_answers(uint32_t after_ms, int error);

/* The name server's answers from now on, and when they come: an address of the family; NULL: there
 * is none. Until this is called nobody answers. */
void fake_server_answers(uint32_t after_ms, int family, const uint8_t *addr);

/* Nobody answers, and after that time the stack asks no more. */
void fake_server_is_given_up(uint32_t after_ms, int family);

/* The same as fake_server_answers(), but the answer is known at the time of the question. */
void fake_server_knows(int family, const uint8_t *addr);

/* Has the n-th of the calls that can fail, from now on, fail with this error; 1: the next. */
void fake_fail(unsigned nth, int error);

/* Has all of them fail from now on; 0: none any more. */
void fake_fail_all(int error);

/* At most so many control blocks from now on. */
void fake_limit_blocks(unsigned limit);

/* Has the stack hold back an acknowledgement on this connection. */
void fake_hold_ack(struct stk_sock *sk);

/* The connection that arrived last at any listener. */
struct stk_sock *fake_newest(void);

/* What the socket has sent since it was opened (stream), or last (datagram). */
const char *fake_sent(const struct stk_sock *sk, size_t *len);
const struct stk_endpoint *fake_sent_to(const struct stk_sock *sk);

/* What the core has told the stack about a socket. */
unsigned fake_options(const struct stk_sock *sk);
uint8_t fake_backlog(const struct stk_sock *sk);
bool fake_is_shut(const struct stk_sock *sk);

/* The name asked for last, and how many questions are open. */
const char *fake_asked_name(void);
unsigned fake_open_questions(void);

#endif
