/*
 * table.c: the descriptor table and the pool of socket objects. They are two, because a connection
 * that waits in an accept queue is a socket that has no descriptor yet.
 */
#include "core.h"

#include <string.h>

static struct core_sock socks[MSOCK_MAX_SOCKETS];

/* The number of the descriptor's socket, plus 1; 0: the descriptor is free. */
static uint8_t fds[MSOCK_MAX_FDS];

void core_table_init(void)
{
    for (uint8_t i = 0; i < MSOCK_MAX_SOCKETS; i++) {
        if (socks[i].state != CORE_FREE) {
            stk_close(&socks[i].stk, true);
            core_give(&socks[i]);
        }
    }
    memset(fds, 0, sizeof fds);
}

struct core_sock *core_at(uint8_t number)
{
    return &socks[number];
}

uint8_t core_number(const struct core_sock *s)
{
    return (uint8_t)(s - socks);
}

struct core_sock *core_get(int fd)
{
    /* Unsigned, a descriptor below the first is large: one comparison checks both ends. */
    const unsigned index = (unsigned)fd - MSOCK_FIRST_FD;

    if (index >= MSOCK_MAX_FDS || fds[index] == 0) {
        return NULL;
    }
    return &socks[fds[index] - 1];
}

struct core_sock *core_take(void)
{
    for (struct core_sock *s = socks; s < socks + MSOCK_MAX_SOCKETS; s++) {
        if (s->state == CORE_FREE) {
            const uint16_t generation = s->generation;
            memset(s, 0, sizeof *s);
            s->generation = generation;
            s->state = CORE_IDLE;
            s->recv_timeout_ms = PORT_FOREVER;
            s->send_timeout_ms = PORT_FOREVER;
            s->queue_first = CORE_NONE;
            s->queue_last = CORE_NONE;
            s->queue_next = CORE_NONE;
            return s;
        }
    }
    return NULL;
}

void core_give(struct core_sock *s)
{
    s->generation++;
    s->state = CORE_FREE;
}

int core_fd_open(const struct core_sock *s)
{
    for (int i = 0; i < MSOCK_MAX_FDS; i++) {
        if (fds[i] == 0) {
            fds[i] = (uint8_t)(core_number(s) + 1);
            return i + MSOCK_FIRST_FD;
        }
    }
    return -MSOCK_EMFILE;
}

void core_fd_close(int fd)
{
    fds[fd - MSOCK_FIRST_FD] = 0;
}

uint16_t core_fds_used(void)
{
    uint16_t used = 0;

    for (int i = 0; i < MSOCK_MAX_FDS; i++) {
        used = (uint16_t)(used + (fds[i] != 0));
    }
    return used;
}

uint16_t core_socks_used(void)
{
    uint16_t used = 0;

    for (int i = 0; i < MSOCK_MAX_SOCKETS; i++) {
        used = (uint16_t)(used + (socks[i].state != CORE_FREE));
    }
    return used;
}
