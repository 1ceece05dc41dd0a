/*
 * fake_events.c: what happens on the network of the fake, and when: the test's script, which a run
 * of the stack carries out; and the name server, whose answers are events too.
 */
#include "fake_block.h"

#include "port.h"
#include "port_test.h"

#include "microsockets/msock_errno.h"

#include <stdio.h>
#include <string.h>

#define MAX_EVENTS 64

struct scheduled {
    bool pending;
    uint32_t at_ms;
    uint32_t order;  /* of two at the same time, the one that was said first */
    uint32_t serial; /* of the socket's block */
    struct fake_event event;
};

/* What the server says about the names of one family. */
struct answer {
    uint32_t after_ms;
    bool at_once;
    int8_t state; /* STK_QUERY_ */
    uint8_t addr[16];
};

static struct scheduled events[MAX_EVENTS];
static uint32_t last_order;
static bool running;
static uint32_t outcome_after_ms;
static int outcome_error;
static struct answer answers[2]; /* IPv4, IPv6 */
static char asked_name[64];
static unsigned open_questions;
static struct stk_sock *newest;

void fake_forget_events(void)
{
    memset(events, 0, sizeof events);
    running = false;
    outcome_after_ms = FAKE_NEVER;
    outcome_error = 0;
    memset(answers, 0, sizeof answers);
    answers[0].after_ms = FAKE_NEVER;
    answers[1].after_ms = FAKE_NEVER;
    asked_name[0] = '\0';
    open_questions = 0;
    newest = NULL;
}

void fake_at(uint32_t after_ms, struct fake_event event)
{
    const struct fake_block *block = event.sk ? fake_block_of(event.sk) : NULL;

    for (int i = 0; i < MAX_EVENTS; i++) {
        if (!events[i].pending) {
            events[i] = (struct scheduled){.pending = true,
                                           .at_ms = port_now_ms() + after_ms,
                                           .order = ++last_order,
                                           .serial = block ? block->serial : 0,
                                           .event = event};
            return;
        }
    }
    port_test_fail("there is room for the network's events");
}

static uint32_t ms_until(const struct scheduled *e)
{
    const uint32_t ms = e->at_ms - port_now_ms();

    return ms > INT32_MAX ? 0 : ms; /* in the past */
}

static bool comes_before(const struct scheduled *a, const struct scheduled *b)
{
    const int32_t earlier = (int32_t)(a->at_ms - b->at_ms);

    return earlier < 0 || (earlier == 0 && a->order < b->order);
}

/* The event that comes first, or NULL. */
static struct scheduled *next_event(void)
{
    struct scheduled *next = NULL;

    for (int i = 0; i < MAX_EVENTS; i++) {
        if (events[i].pending && (!next || comes_before(&events[i], next))) {
            next = &events[i];
        }
    }
    return next;
}

uint32_t stk_timeout_ms(void)
{
    const struct scheduled *next = next_event();

    port_test_require(port_test_locked(), "the stack's timers are looked at under the lock");
    return next ? ms_until(next) : UINT32_MAX;
}

/* ---- What can happen ------------------------------------------------------------------------- */

static void bytes_come(struct fake_block *block, const struct fake_event *event)
{
    port_test_require(block->received_len + event->len <= FAKE_MAX_BYTES,
                      "a test lets no more bytes arrive than the fake holds");
    memcpy(block->received + block->received_len, event->bytes, event->len);
    block->received_len += event->len;
    core_readable(block->owner);
}

static void datagram_comes(struct fake_block *block, const struct fake_event *event)
{
    port_test_require(block->datagram_count < FAKE_MAX_DATAGRAMS && event->len <= FAKE_MAX_BYTES,
                      "a test lets no more datagrams arrive than the fake holds");
    struct fake_datagram *datagram = &block->datagrams[block->datagram_count++];
    datagram->from = event->from;
    datagram->len = event->len;
    memcpy(datagram->bytes, event->bytes, event->len);
    core_readable(block->owner);
}

static void connection_comes(struct fake_block *listener, const struct fake_event *event)
{
    struct stk_sock *sk =
        listener->waiting < listener->backlog ? core_accepted(listener->owner) : NULL;

    if (!sk) {
        fake_calls.refused++;
        return;
    }
    port_test_require(!sk->block, "the adapter's part of a new socket is zero");
    struct fake_block *block = fake_take_block(sk, STK_TCP);
    port_test_require(block != NULL, "a test lets no more connections arrive than the fake holds");
    block->family = listener->family;
    block->bound = true;
    block->connected = true;
    block->local = listener->local;
    block->peer = event->from;
    block->parent = listener;
    listener->waiting++;
    newest = sk;
}

static void connection_fails(struct fake_block *block, int error)
{
    block->lost = true;
    block->connecting = false;
    block->connected = false;
    core_failed(block->owner, error);
}

static void peer_answers(struct fake_block *block, int error)
{
    if (error) {
        connection_fails(block, error);
        return;
    }
    block->connecting = false;
    block->connected = true;
    core_connected(block->owner);
}

static void answer(struct stk_query *query, const struct answer *a, int family)
{
    query->state = a->state;
    query->answer = (struct stk_endpoint){.family = (uint8_t)family};
    memcpy(query->answer.addr, a->addr, family == 4 ? 4 : 16);
    open_questions--;
    port_wake();
}

static void happens_to(struct fake_block *block, const struct fake_event *event)
{
    switch (event->what) {
    case FAKE_BYTES:
        bytes_come(block, event);
        break;
    case FAKE_DATAGRAM:
        datagram_comes(block, event);
        break;
    case FAKE_END:
        core_ended(block->owner);
        break;
    case FAKE_FAILURE:
        connection_fails(block, event->error);
        break;
    case FAKE_REFUSED:
        core_refused(block->owner);
        break;
    case FAKE_ROOM:
        block->room += event->len;
        core_writable(block->owner);
        break;
    case FAKE_CONNECTED:
        peer_answers(block, event->error);
        break;
    case FAKE_CONNECTION:
        connection_comes(block, event);
        break;
    default:
        break;
    }
}

static void happen(const struct scheduled *e)
{
    if (e->event.what == FAKE_ANSWER) {
        const int family = e->event.from.family;
        answer(e->event.query, &answers[family == 6], family);
        return;
    }
    struct fake_block *block = fake_block_with(e->serial);
    if (block && !block->lost) {
        happens_to(block, &e->event);
    }
}

bool stk_run(void)
{
    struct scheduled *next;
    bool any = false;

    port_test_require(port_test_locked(), "the stack runs under the lock");
    port_test_require(!running, "the stack is not run inside a run");
    running = true;
    fake_calls.runs++;
    port_test_note("run");
    while ((next = next_event()) && ms_until(next) == 0) {
        const struct scheduled now = *next;
        next->pending = false;
        happen(&now);
        any = true;
    }
    running = false;
    return any;
}

/* ---- Connecting ------------------------------------------------------------------------------ */

void fake_peer_answers(uint32_t after_ms, int error)
{
    outcome_after_ms = after_ms;
    outcome_error = error;
}

void fake_schedule_outcome(struct stk_sock *sk)
{
    if (outcome_after_ms != FAKE_NEVER) {
        fake_at(outcome_after_ms,
                (struct fake_event){.what = FAKE_CONNECTED, .sk = sk, .error = outcome_error});
    }
}

struct stk_sock *fake_newest(void)
{
    return newest;
}

/* ---- The name server ------------------------------------------------------------------------- */

static struct answer *say(int family, const uint8_t *addr)
{
    struct answer *a = &answers[family == 6];

    *a = (struct answer){.state = addr ? STK_QUERY_ANSWERED : STK_QUERY_FAILED};
    if (addr) {
        memcpy(a->addr, addr, family == 4 ? 4 : 16);
    }
    return a;
}

void fake_server_answers(uint32_t after_ms, int family, const uint8_t *addr)
{
    say(family, addr)->after_ms = after_ms;
}

void fake_server_is_given_up(uint32_t after_ms, int family)
{
    say(family, NULL)->after_ms = after_ms;
    answers[family == 6].state = STK_QUERY_UNANSWERED;
}

void fake_server_knows(int family, const uint8_t *addr)
{
    say(family, addr)->at_once = true;
}

int stk_resolve(struct stk_query *query, const char *name, int family)
{
    const struct answer *a = &answers[family == 6];

    port_test_require(port_test_locked(), "a name server is asked under the lock");
    port_test_require(query->state == STK_QUERY_IDLE, "a question is asked once");
    snprintf(asked_name, sizeof asked_name, "%s", name);
    const int refused = fake_fallible();
    if (refused) {
        return refused;
    }
    query->state = STK_QUERY_ASKED;
    open_questions++;
    if (a->at_once) {
        answer(query, a, family);
    } else if (a->after_ms != FAKE_NEVER) {
        fake_at(a->after_ms, (struct fake_event){.what = FAKE_ANSWER,
                                                 .query = query,
                                                 .from = {.family = (uint8_t)family}});
    }
    return 0;
}

void stk_forget(struct stk_query *query)
{
    port_test_require(port_test_locked(), "a question is taken back under the lock");
    if (query->state != STK_QUERY_ASKED) {
        return;
    }
    query->state = STK_QUERY_IDLE;
    open_questions--;
    for (int i = 0; i < MAX_EVENTS; i++) {
        if (events[i].event.query == query) {
            events[i].pending = false;
        }
    }
}

const char *fake_asked_name(void)
{
    return asked_name;
}

unsigned fake_open_questions(void)
{
    return open_questions;
}

/* ---- Interfaces ------------------------------------------------------------------------------ */

static const char *const interfaces[] = {"", "lo0", "en1"};

uint8_t stk_if_index(const char *name)
{
    for (size_t i = 1; i < sizeof interfaces / sizeof interfaces[0]; i++) {
        if (strcmp(name, interfaces[i]) == 0) {
            return (uint8_t)i;
        }
    }
    return 0;
}
