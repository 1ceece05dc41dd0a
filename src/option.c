/*
 * option.c: setsockopt and getsockopt: one table, and a function for each kind of value.
 */
#include "core.h"

#include <string.h>

/* An option's value on its way in or out. */
union value {
    int number;
    struct msock_timeval time;
};

struct option {
    uint8_t level;
    uint8_t name;
    uint8_t size; /* bytes of the value */
    uint8_t bit;  /* for the options that are one bit: STK_ */
    /* 0 or a negative error. set is NULL for what can only be read. */
    int (*get)(struct core_sock *s, const struct option *option, union value *value);
    int (*set)(struct core_sock *s, const struct option *option, const union value *value);
};

static int get_bit(struct core_sock *s, const struct option *option, union value *value)
{
    value->number = (s->options & option->bit) != 0;
    return 0;
}

static int set_bit(struct core_sock *s, const struct option *option, const union value *value)
{
    s->options &= (uint8_t)~option->bit;
    s->options |= value->number ? option->bit : 0;
    stk_set_options(&s->stk, s->options);
    return 0;
}

static int get_type(struct core_sock *s, const struct option *option, union value *value)
{
    (void)option;
    value->number = s->type == STK_TCP ? MSOCK_SOCK_STREAM : MSOCK_SOCK_DGRAM;
    return 0;
}

static int get_error(struct core_sock *s, const struct option *option, union value *value)
{
    (void)option;
    value->number = -core_take_error(s);
    return 0;
}

static uint32_t *timeout_of(struct core_sock *s, const struct option *option)
{
    return option->name == MSOCK_SO_RCVTIMEO ? &s->recv_timeout_ms : &s->send_timeout_ms;
}

static int get_time(struct core_sock *s, const struct option *option, union value *value)
{
    const uint32_t ms = *timeout_of(s, option);

    value->time = (struct msock_timeval){0};
    if (ms != PORT_FOREVER) {
        value->time.tv_sec = (long)(ms / 1000);
        value->time.tv_usec = (long)(ms % 1000) * 1000;
    }
    return 0;
}

static int set_time(struct core_sock *s, const struct option *option, const union value *value)
{
    const struct msock_timeval *time = &value->time;
    uint32_t ms = PORT_FOREVER;

    if (time->tv_usec < 0 || time->tv_usec >= 1000000) {
        return -MSOCK_EDOM;
    }
    if (time->tv_sec < 0) {
        ms = 0; /* Linux: a time in the past is no time at all */
    } else if ((time->tv_sec > 0 || time->tv_usec > 0) &&
               time->tv_sec < (long)(UINT32_MAX / 1000)) {
        /* Rounded up: a time-out that was asked for never becomes none. */
        ms = (uint32_t)time->tv_sec * 1000 + (uint32_t)(time->tv_usec + 999) / 1000;
    }
    *timeout_of(s, option) = ms;
    return 0;
}

static int set_v6only(struct core_sock *s, const struct option *option, const union value *value)
{
    return core_is_bound(s) ? -MSOCK_EINVAL : set_bit(s, option, value);
}

#define NUMBER sizeof(int)
#define TIME   sizeof(struct msock_timeval)

static const struct option options[] = {
    {MSOCK_SOL_SOCKET, MSOCK_SO_REUSEADDR, NUMBER, STK_REUSEADDR, get_bit, set_bit},
    {MSOCK_SOL_SOCKET, MSOCK_SO_KEEPALIVE, NUMBER, STK_KEEPALIVE, get_bit, set_bit},
    {MSOCK_SOL_SOCKET, MSOCK_SO_TYPE, NUMBER, 0, get_type, NULL},
    {MSOCK_SOL_SOCKET, MSOCK_SO_ERROR, NUMBER, 0, get_error, NULL},
    {MSOCK_SOL_SOCKET, MSOCK_SO_RCVTIMEO, TIME, 0, get_time, set_time},
    {MSOCK_SOL_SOCKET, MSOCK_SO_SNDTIMEO, TIME, 0, get_time, set_time},
    {MSOCK_IPPROTO_TCP, MSOCK_TCP_NODELAY, NUMBER, STK_NODELAY, get_bit, set_bit},
    {MSOCK_IPPROTO_IPV6, MSOCK_IPV6_V6ONLY, NUMBER, STK_V6ONLY, get_bit, set_v6only},
};

/* Does this kind of socket have options of this level? */
static bool has_level(const struct core_sock *s, int level)
{
    switch (level) {
    case MSOCK_SOL_SOCKET:
    case MSOCK_IPPROTO_IP:
        return true;
    case MSOCK_IPPROTO_TCP:
        return s->type == STK_TCP;
    case MSOCK_IPPROTO_UDP:
        return s->type == STK_UDP;
    case MSOCK_IPPROTO_IPV6:
        return s->family == 6;
    default:
        return false;
    }
}

static const struct option *find(const struct core_sock *s, int level, int name)
{
    for (size_t i = 0; i < sizeof options / sizeof options[0]; i++) {
        if (options[i].level == level && options[i].name == name && has_level(s, level)) {
            return &options[i];
        }
    }
    return NULL;
}

static int set_option(struct core_sock *s, int level, int name, const void *from,
                      msock_socklen_t len)
{
    union value value;

    if (!s) {
        return -MSOCK_EBADF;
    }
    const struct option *option = find(s, level, name);
    if (!option || !option->set) {
        return -MSOCK_ENOPROTOOPT;
    }
    if (len < option->size) {
        return -MSOCK_EINVAL;
    }
    if (!from) {
        return -MSOCK_EFAULT;
    }
    memcpy(&value, from, option->size);
    return option->set(s, option, &value);
}

int msock_setsockopt(int fd, int level, int option, const void *value, msock_socklen_t len)
{
    return (int)core_leave(set_option(core_enter(fd), level, option, value, len));
}

static int get_option(struct core_sock *s, int level, int name, void *to, msock_socklen_t *len)
{
    union value value;

    if (!s) {
        return -MSOCK_EBADF;
    }
    const struct option *option = find(s, level, name);
    if (!option) {
        /* Linux: IPv4 gives another error for a level that is not its own, when it is read. */
        const bool foreign = s->family == 4 && !has_level(s, level);
        return foreign ? -MSOCK_EOPNOTSUPP : -MSOCK_ENOPROTOOPT;
    }
    if (!to || !len) {
        return -MSOCK_EFAULT;
    }
    const int refused = option->get(s, option, &value);
    if (refused == 0) {
        *len = *len < option->size ? *len : option->size;
        memcpy(to, &value, *len);
    }
    return refused;
}

int msock_getsockopt(int fd, int level, int option, void *value, msock_socklen_t *len)
{
    return (int)core_leave(get_option(core_enter(fd), level, option, value, len));
}
