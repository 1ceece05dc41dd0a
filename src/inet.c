/*
 * inet.c: addresses as text, and back (inet_pton, inet_ntop).
 */
#include "core.h"

#include <string.h>

static int digit_of(char c)
{
    if (c >= '0' && c <= '9') {
        return c - '0';
    }
    c = (char)(c | 0x20); /* to lower case */
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* A decimal number of 0 to 255 without leading zeros; its first character behind it, or NULL. */
static const char *parse_byte(const char *text, uint8_t *byte)
{
    unsigned value = 0;
    int digits = 0;

    while (*text >= '0' && *text <= '9' && digits < 3) {
        if (digits > 0 && value == 0) {
            return NULL;
        }
        value = value * 10 + (unsigned)(*text++ - '0');
        digits++;
    }
    *byte = (uint8_t)value;
    return digits > 0 && value <= UINT8_MAX ? text : NULL;
}

const char *core_parse_ipv4(const char *text, uint8_t addr[4])
{
    for (int i = 0; i < 4; i++) {
        if (i > 0 && *text++ != '.') {
            return NULL;
        }
        text = parse_byte(text, &addr[i]);
        if (!text) {
            return NULL;
        }
    }
    return text;
}

/* A group of one to four hexadecimal digits; NULL if there is none. */
static const char *parse_group(const char *text, uint8_t group[2])
{
    unsigned value = 0;
    int digits = 0;

    while (digits < 4 && digit_of(*text) >= 0) {
        value = value << 4 | (unsigned)digit_of(*text++);
        digits++;
    }
    group[0] = (uint8_t)(value >> 8);
    group[1] = (uint8_t)value;
    return digits > 0 && digit_of(*text) < 0 ? text : NULL;
}

/* Groups up to the end or "::", the last two perhaps as an IPv4 address. Returns how many bytes
 * were filled, -1 if this is no address. */
static int parse_groups(const char **text, uint8_t *bytes, int room)
{
    int filled = 0;

    while (filled < room) {
        const char *after = core_parse_ipv4(*text, bytes + filled);
        if (after && *after != ':' && room - filled >= 4) {
            *text = after;
            return filled + 4;
        }
        after = parse_group(*text, bytes + filled);
        if (!after) {
            return -1;
        }
        filled += 2;
        *text = after;
        if (filled == room || after[0] != ':' || after[1] == ':') {
            break;
        }
        (*text)++;
    }
    return filled;
}

const char *core_parse_ipv6(const char *text, uint8_t addr[16])
{
    uint8_t bytes[16 + 4] = {0}; /* room for an IPv4 address that will be found too long */
    int head = 0;
    int tail = 0;

    if (text[0] != ':' || text[1] != ':') {
        head = parse_groups(&text, bytes, 16);
    }
    if (head < 0 || (head < 16 && (text[0] != ':' || text[1] != ':'))) {
        return NULL;
    }
    if (head < 16) {
        text += 2;
        if (digit_of(*text) >= 0) {
            tail = parse_groups(&text, bytes + head, 14 - head);
        }
        if (tail < 0) {
            return NULL;
        }
        memmove(bytes + 16 - tail, bytes + head, (size_t)tail);
        memset(bytes + head, 0, (size_t)(16 - head - tail));
    }
    memcpy(addr, bytes, 16);
    return text;
}

int msock_inet_pton(int family, const char *src, void *dst)
{
    uint8_t addr[16];
    const char *end = NULL;

    if (family == MSOCK_AF_INET) {
        end = core_parse_ipv4(src, addr);
    } else if (MSOCK_IPV6 && family == MSOCK_AF_INET6) {
        end = core_parse_ipv6(src, addr);
    } else {
        return core_fail(MSOCK_EAFNOSUPPORT);
    }
    if (!end || *end != '\0') {
        return 0;
    }
    memcpy(dst, addr, family == MSOCK_AF_INET ? 4 : 16);
    return 1;
}

static char *put_number(char *to, unsigned value, unsigned base)
{
    if (value >= base) {
        to = put_number(to, value / base, base);
    }
    *to++ = "0123456789abcdef"[value % base];
    return to;
}

static char *put_ipv4(char *to, const uint8_t *bytes)
{
    for (int i = 0; i < 4; i++) {
        if (i > 0) {
            *to++ = '.';
        }
        to = put_number(to, bytes[i], 10);
    }
    return to;
}

static unsigned group_at(const uint8_t *bytes, int group)
{
    return (unsigned)bytes[2 * group] << 8 | bytes[2 * group + 1];
}

static int zeros_from(const uint8_t *bytes, int group)
{
    int count = 0;

    while (group + count < 8 && group_at(bytes, group + count) == 0) {
        count++;
    }
    return count;
}

/* The first longest run of two or more zero groups, which is written "::" (RFC 5952, 4.2). */
static int longest_zeros(const uint8_t *bytes, int *count)
{
    int start = -1;

    *count = 1;
    for (int group = 0; group < 8; group++) {
        const int zeros = zeros_from(bytes, group);
        if (zeros > *count) {
            start = group;
            *count = zeros;
        }
    }
    return start;
}

/* IPv4-mapped and IPv4-compatible addresses end in dots (RFC 5952, 5). */
static bool ends_in_ipv4(const uint8_t *bytes, int start, int count)
{
    return start == 0 && (count == 6 || (count == 5 && group_at(bytes, 5) == 0xffff));
}

static char *put_ipv6(char *to, const uint8_t *bytes)
{
    int count;
    const int start = longest_zeros(bytes, &count);
    const bool dots = ends_in_ipv4(bytes, start, count);
    const int groups = dots ? 6 : 8;

    for (int group = 0; group < groups; group++) {
        if (group == start) {
            *to++ = ':';
            group += count - 1;
            if (group == 7) {
                *to++ = ':';
            }
            continue;
        }
        if (group > 0) {
            *to++ = ':';
        }
        to = put_number(to, group_at(bytes, group), 16);
    }
    if (dots) {
        *to++ = ':';
        to = put_ipv4(to, bytes + 12);
    }
    return to;
}

const char *msock_inet_ntop(int family, const void *src, char *dst, msock_socklen_t size)
{
    char text[MSOCK_INET6_ADDRSTRLEN];
    char *end;

    if (family == MSOCK_AF_INET) {
        end = put_ipv4(text, src);
    } else if (MSOCK_IPV6 && family == MSOCK_AF_INET6) {
        end = put_ipv6(text, src);
    } else {
        (void)core_fail(MSOCK_EAFNOSUPPORT);
        return NULL;
    }
    *end++ = '\0';
    if ((size_t)(end - text) > size) {
        (void)core_fail(MSOCK_ENOSPC);
        return NULL;
    }
    memcpy(dst, text, (size_t)(end - text));
    return dst;
}
