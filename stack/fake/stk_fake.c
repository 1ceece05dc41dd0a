/*
 * stk_fake.c: the sockets of the fake: part A of stk.h, with its caller checked at every step.
 */
#include "fake_block.h"

#include "core.h"
#include "port_test.h"

#include "microsockets/msock_net.h"

#include <string.h>

#define MAX_BLOCKS           (MSOCK_MAX_SOCKETS + 1)
#define FIRST_EPHEMERAL_PORT 49152
#define ROOM                 64

struct fake_calls fake_calls;

static struct fake_block blocks[MAX_BLOCKS];
static uint32_t last_serial;
static uint16_t next_port;
static unsigned block_limit;
static unsigned fails_in; /* calls until the one that fails; 0: none will */
static int fails_with;
static int all_fail_with;

static unsigned blocks_used(enum stk_type type)
{
    unsigned used = 0;

    for (int i = 0; i < MAX_BLOCKS; i++) {
        used += blocks[i].owner && !blocks[i].lost && blocks[i].type == type;
    }
    return used;
}

void fake_reset(void)
{
    fake_calls = (struct fake_calls){0};
    fake_forget_events();
    next_port = FIRST_EPHEMERAL_PORT;
    block_limit = MAX_BLOCKS;
    fails_in = 0;
    all_fail_with = 0;
}

void stk_init(void)
{
    port_test_require(port_test_locked(), "the stack is started under the lock");
    for (int i = 0; i < MAX_BLOCKS; i++) {
        port_test_require(!blocks[i].owner, "the stack is started when all blocks are given up");
    }
}

/* ---- Checks ---------------------------------------------------------------------------------- */

/* Every call begins here: the socket's block, or NULL. */
static struct fake_block *enter(const struct stk_sock *sk, const char *call)
{
    const struct core_sock *s = (const struct core_sock *)(const void *)sk;

    port_test_require(port_test_locked(), "the stack is called under the lock");
    port_test_require(s->state != CORE_FREE, "a socket that was given up is not used");
    port_test_note(call);
    return fake_block_of(sk);
}

/* The same for calls that need a block that is alive. */
static struct fake_block *enter_alive(const struct stk_sock *sk, enum stk_type type,
                                      const char *call)
{
    struct fake_block *block = enter(sk, call);

    port_test_require(block && !block->lost, "the socket has a control block");
    port_test_require(block->type == type, "the socket is of the call's type");
    return block;
}

int fake_fallible(void)
{
    fake_calls.fallible++;
    if (all_fail_with) {
        return all_fail_with;
    }
    return fails_in > 0 && --fails_in == 0 ? fails_with : 0;
}

void fake_fail(unsigned nth, int error)
{
    fails_in = nth;
    fails_with = error;
}

void fake_fail_all(int error)
{
    all_fail_with = error;
}

/* ---- Blocks ---------------------------------------------------------------------------------- */

struct fake_block *fake_block_of(const struct stk_sock *sk)
{
    return sk->block;
}

struct fake_block *fake_block_with(uint32_t serial)
{
    for (int i = 0; i < MAX_BLOCKS; i++) {
        if (blocks[i].owner && blocks[i].serial == serial) {
            return &blocks[i];
        }
    }
    return NULL;
}

struct fake_block *fake_take_block(struct stk_sock *sk, enum stk_type type)
{
    if (blocks_used(STK_TCP) + blocks_used(STK_UDP) >= block_limit) {
        return NULL;
    }
    for (int i = 0; i < MAX_BLOCKS; i++) {
        if (!blocks[i].owner) {
            blocks[i] = (struct fake_block){
                .owner = sk, .serial = ++last_serial, .type = type, .room = ROOM};
            sk->block = &blocks[i];
            return sk->block;
        }
    }
    return NULL;
}

void fake_limit_blocks(unsigned limit)
{
    block_limit = limit;
}

static void bind_somewhere(struct fake_block *block)
{
    if (!block->bound) {
        block->bound = true;
        block->port_chosen = true;
        block->local.family = block->family;
    }
    if (block->local.port == 0) {
        block->local.port = next_port++;
    }
}

/* It waits at its listener no more. */
static void leave_queue(struct fake_block *block)
{
    if (block->parent) {
        block->parent->waiting--;
        block->parent = NULL;
    }
}

/* The listener's connections wait no more. */
static void orphan_queue(const struct fake_block *listener)
{
    for (int i = 0; i < MAX_BLOCKS; i++) {
        if (blocks[i].parent == listener) {
            blocks[i].parent = NULL;
        }
    }
}

/* ---- Part A: opening, naming, closing -------------------------------------------------------- */

int stk_open(struct stk_sock *sk, enum stk_type type, int family, unsigned options)
{
    struct fake_block *block = enter(sk, "open");

    if (block) {
        port_test_require(!block->lost, "a socket is closed before it is opened again");
        port_test_require(block->type == type && block->family == family,
                          "a socket keeps its type and family");
        return 0;
    }
    const int refused = fake_fallible();
    if (refused) {
        return refused;
    }
    block = fake_take_block(sk, type);
    if (!block) {
        return -MSOCK_ENOBUFS;
    }
    block->family = (uint8_t)family;
    block->options = options;
    return 0;
}

void stk_set_options(struct stk_sock *sk, unsigned options)
{
    struct fake_block *block = enter(sk, "options");

    if (block) {
        block->options = options;
    }
}

int stk_bind(struct stk_sock *sk, const struct stk_endpoint *local)
{
    const enum stk_type type = sk->block ? sk->block->type : STK_TCP;
    struct fake_block *block = enter_alive(sk, type, "bind");
    const int refused = fake_fallible();

    port_test_require(!block->bound, "a socket is bound once");
    if (refused) {
        return refused;
    }
    block->bound = true;
    block->local = *local;
    bind_somewhere(block);
    return 0;
}

static void check_peer(const struct fake_block *block, const struct stk_endpoint *peer)
{
    static const uint8_t any[16];

    port_test_require(peer->family == 4 || block->family == 6, "an IPv4 socket has IPv4 peers");
    port_test_require(memcmp(peer->addr, any, peer->family == 4 ? 4 : 16) != 0,
                      "the wildcard is nobody's address");
}

static int connect_stream(struct stk_sock *sk, const struct stk_endpoint *peer)
{
    struct fake_block *block = enter_alive(sk, STK_TCP, "connect");
    const int refused = fake_fallible();

    port_test_require(!block->connecting && !block->connected && !block->listening,
                      "only a stream that is idle connects");
    check_peer(block, peer);
    if (refused) {
        return refused;
    }
    bind_somewhere(block);
    block->peer = *peer;
    block->connecting = true;
    fake_schedule_outcome(sk);
    return 0;
}

static void disconnect_datagrams(struct fake_block *block)
{
    block->connected = false;
    if (block->port_chosen) {
        block->bound = false;
        block->port_chosen = false;
        block->local = (struct stk_endpoint){0};
    }
}

static int connect_datagrams(struct stk_sock *sk, const struct stk_endpoint *peer)
{
    struct fake_block *block = enter_alive(sk, STK_UDP, "connect");

    if (!peer) {
        disconnect_datagrams(block);
        return 0;
    }
    check_peer(block, peer);
    const int refused = fake_fallible();
    if (refused) {
        return refused;
    }
    bind_somewhere(block);
    block->peer = *peer;
    block->connected = true;
    return 0;
}

int stk_connect(struct stk_sock *sk, const struct stk_endpoint *peer)
{
    const bool datagrams = sk->block && sk->block->type == STK_UDP;

    return datagrams ? connect_datagrams(sk, peer) : connect_stream(sk, peer);
}

int stk_listen(struct stk_sock *sk, uint8_t backlog)
{
    struct fake_block *block = enter_alive(sk, STK_TCP, "listen");
    const int refused = fake_fallible();

    port_test_require(!block->connecting && !block->connected,
                      "a stream with a peer never listens");
    port_test_require(backlog > 0, "a backlog is 1 at least");
    if (refused) {
        return refused;
    }
    bind_somewhere(block);
    block->listening = true;
    block->backlog = backlog;
    return 0;
}

void stk_accepted(struct stk_sock *sk)
{
    struct fake_block *block = enter(sk, "accepted");

    port_test_require(block && block->parent, "a connection is accepted once");
    leave_queue(block);
}

int stk_shutdown(struct stk_sock *sk)
{
    struct fake_block *block = enter_alive(sk, STK_TCP, "shutdown");
    const int refused = fake_fallible();

    port_test_require(block->connected && !block->shut, "a stream that is connected ends once");
    if (refused) {
        return refused;
    }
    block->shut = true;
    return 0;
}

void stk_close(struct stk_sock *sk, bool abort)
{
    struct fake_block *block = enter(sk, "close");

    if (!block) {
        return;
    }
    if (!block->lost) {
        fake_calls.aborts += abort || block->received_len > 0;
    }
    leave_queue(block);
    orphan_queue(block);
    block->owner = NULL;
    sk->block = NULL;
}

int stk_local(const struct stk_sock *sk, struct stk_endpoint *local)
{
    const struct fake_block *block = enter(sk, "local");

    if (!block || block->lost) {
        return -MSOCK_ENOTCONN;
    }
    *local = block->local;
    local->family = block->bound ? block->local.family : block->family;
    return 0;
}

int stk_peer(const struct stk_sock *sk, struct stk_endpoint *peer)
{
    const struct fake_block *block = enter(sk, "peer");

    if (!block || block->lost || !block->connected) {
        return -MSOCK_ENOTCONN;
    }
    *peer = block->peer;
    return 0;
}

/* ---- Part A: moving bytes -------------------------------------------------------------------- */

msock_ssize_t stk_send(struct stk_sock *sk, const void *buf, size_t len)
{
    struct fake_block *block = enter_alive(sk, STK_TCP, "send");
    const int refused = fake_fallible();
    const size_t taken = len < block->room ? len : block->room;

    fake_calls.sends++;
    port_test_require(block->connected && !block->shut, "only a connected stream sends");
    port_test_require(len > 0, "nothing is not sent");
    if (refused) {
        return refused;
    }
    if (taken == 0) {
        return -MSOCK_EAGAIN;
    }
    port_test_require(block->sent_len + taken <= FAKE_MAX_BYTES,
                      "a test sends no more than the fake holds");
    memcpy(block->sent + block->sent_len, buf, taken);
    block->sent_len += taken;
    block->room -= taken;
    return (msock_ssize_t)taken;
}

int stk_sendto(struct stk_sock *sk, const void *buf, size_t len, const struct stk_endpoint *dest)
{
    struct fake_block *block = enter_alive(sk, STK_UDP, "send");
    const int refused = fake_fallible();

    fake_calls.sends++;
    port_test_require(dest || block->connected, "a datagram has a destination");
    check_peer(block, dest ? dest : &block->peer);
    if (refused) {
        return refused;
    }
    if (len > FAKE_MAX_BYTES) {
        return -MSOCK_EMSGSIZE;
    }
    bind_somewhere(block);
    if (len > 0) {
        memcpy(block->sent, buf, len);
    }
    block->sent_len = len;
    if (dest) {
        block->peer = *dest;
    }
    return 0;
}

msock_ssize_t stk_recv(struct stk_sock *sk, void *buf, size_t len, bool peek)
{
    struct fake_block *block = enter(sk, "recv");

    fake_calls.recvs++;
    port_test_require(len > 0, "nothing is not asked for");
    if (!block || block->received_len == 0) {
        return -MSOCK_EAGAIN;
    }
    const size_t taken = len < block->received_len ? len : block->received_len;
    if (buf) {
        memcpy(buf, block->received, taken);
    }
    if (!peek) {
        block->received_len -= taken;
        memmove(block->received, block->received + taken, block->received_len);
    }
    return (msock_ssize_t)taken;
}

msock_ssize_t stk_recvfrom(struct stk_sock *sk, void *buf, size_t len, struct stk_endpoint *src,
                           bool peek)
{
    struct fake_block *block = enter_alive(sk, STK_UDP, "recv");
    struct fake_datagram *first = &block->datagrams[0];

    fake_calls.recvs++;
    if (block->datagram_count == 0) {
        return -MSOCK_EAGAIN;
    }
    const size_t whole = first->len;
    if (len > 0) {
        memcpy(buf, first->bytes, len < whole ? len : whole);
    }
    *src = first->from;
    if (!peek) {
        block->datagram_count--;
        memmove(first, first + 1, block->datagram_count * sizeof *first);
    }
    return (msock_ssize_t)whole;
}

bool stk_readable(const struct stk_sock *sk)
{
    const struct fake_block *block = enter(sk, "readable");

    return block && (block->received_len > 0 || block->datagram_count > 0);
}

bool stk_writable(const struct stk_sock *sk)
{
    const struct fake_block *block = enter_alive(sk, STK_TCP, "writable");

    port_test_require(block->connected, "only a connected stream is writable");
    return block->room > 0;
}

bool stk_ack_now(struct stk_sock *sk)
{
    struct fake_block *block = enter_alive(sk, STK_TCP, "ack");
    const bool held = block->ack_held;

    block->ack_held = false;
    fake_calls.acks += held;
    return held;
}

void stk_usage(struct msock_usage *usage)
{
    port_test_require(port_test_locked(), "the pools are looked at under the lock");
    usage->tcp_blocks = (uint16_t)blocks_used(STK_TCP);
    usage->udp_blocks = (uint16_t)blocks_used(STK_UDP);
}

/* ---- What a test asks of the fake ------------------------------------------------------------ */

void fake_hold_ack(struct stk_sock *sk)
{
    fake_block_of(sk)->ack_held = true;
}

const char *fake_sent(const struct stk_sock *sk, size_t *len)
{
    *len = fake_block_of(sk)->sent_len;
    return (const char *)fake_block_of(sk)->sent;
}

const struct stk_endpoint *fake_sent_to(const struct stk_sock *sk)
{
    return &fake_block_of(sk)->peer;
}

unsigned fake_options(const struct stk_sock *sk)
{
    return fake_block_of(sk)->options;
}

uint8_t fake_backlog(const struct stk_sock *sk)
{
    return fake_block_of(sk)->backlog;
}

bool fake_is_shut(const struct stk_sock *sk)
{
    return fake_block_of(sk)->shut;
}
