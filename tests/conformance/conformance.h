/*
 * conformance.h: the frame of the conformance cases.
 *
 * A case is one function in one file, in plain POSIX names and one thread of control, built
 * unchanged for the Linux kernel, which is the oracle, and for microsockets. Each observed call is
 * recorded as one line, so that two machines can be compared; descriptors, ports and times stay out
 * of it. The first expectation that is not met ends the case.
 */
#ifndef CONFORMANCE_H
#define CONFORMANCE_H

#include "posix.h"

/* The file a-b-c.c holds CONFORMANCE_CASE(a_b_c) { ... }. */
#define CONFORMANCE_CASE(name)                                                                     \
    void case_##name(void);                                                                        \
    void case_##name(void)

/* Where an expectation stands, and its text. */
struct site {
    const char *file;
    int line;
    const char *text;
};

#define SITE(text)   ((struct site){__FILE__, __LINE__, text})
#define RESULT(call) (errno = 0, (long)(call))

/* The call returns the number want. */
#define EXPECT(call, want) expect_number(SITE(#call), RESULT(call), (long)(want))

/* The call returns -1, with this error. */
#define EXPECT_ERROR(call, want) expect_error(SITE(#call), RESULT(call), want)

/* The call returns a descriptor, which is the value of the expression. */
#define EXPECT_FD(call) ((int)expect_fd(SITE(#call), RESULT(call)))

/* The call returns the length of the literal want, and the bytes at buf are its own. */
#define EXPECT_BYTES(call, buf, want)                                                              \
    expect_bytes(SITE(#call), RESULT(call), buf, "" want, sizeof(want) - 1)

/* The call returns this string; NULL: it returns NULL. */
#define EXPECT_STRING(call, want) expect_string(SITE(#call), call, want)

/* Two addresses are the same: family, address, port and scope. */
#define EXPECT_ADDRESS(got, want) expect_address(SITE(#got " is " #want), got, want)

/* What poll() tells about one descriptor at once. */
#define EXPECT_EVENTS(fd, events, want)                                                            \
    expect_events(SITE("poll(" #fd ", " #events ")"), fd, events, want)

#define EXPECT_TRUE(condition) expect_true(SITE(#condition), condition)

/* Waits until the socket tells one of the events, for at most two seconds. Not recorded. */
#define wait_for(fd, events) await_events(SITE(#events), fd, events)

void expect_number(struct site site, long got, long want);
void expect_error(struct site site, long got, int want);
long expect_fd(struct site site, long got);
void expect_bytes(struct site site, long got, const void *buf, const char *want, size_t len);
void expect_string(struct site site, const char *got, const char *want);
void expect_events(struct site site, int fd, int events, int want);
void expect_true(struct site site, bool condition);
void await_events(struct site site, int fd, int events);

/* An address of either family. */
union address {
    struct sockaddr sa;
    struct sockaddr_in in;
    struct sockaddr_in6 in6;
};

void expect_address(struct site site, union address got, union address want);

/* Addresses; port in host byte order. */
union address loopback(int family, unsigned port);
union address wildcard(int family, unsigned port);
union address mapped_loopback(unsigned port); /* ::ffff:127.0.0.1 */
union address foreign_address(unsigned port); /* 192.0.2.1, for documentation only (RFC 5737) */
unsigned port_of(union address address);
socklen_t size_of(union address address); /* bytes of the family's structure */
union address local_of(int fd);
union address peer_of(int fd);

/* Builders: a socket in a state, or the case fails. */
int bound_socket(int family, int type);   /* to the loopback and a free port */
int listening_socket(int family);         /* the same, with a backlog of 5 */
int connected_socket(union address peer); /* a stream */
int connected_datagram(union address peer);
int filled_listener(int *client); /* backlog 0, and client takes its one place */
struct pair {
    int client;
    int server;
};
struct pair connected_pair(int family);      /* streams */
struct pair connected_datagrams(int family); /* each the other's peer */
int reset_socket(void);                      /* the peer has reset it, nobody has looked yet */
void close_pair(struct pair pair);

/* Changes to a socket, or the case fails. */
void set_flag(int fd, int level, int option, int value);
void set_timeout(int fd, int option, int timeout_ms);
void set_nonblocking(int fd);
void send_text(int fd, const char *text);
size_t fill(int fd); /* sends until nothing fits; the bytes it took */

/* Connects a socket to a peer; the plain call with a union address. */
int connect_to(int fd, union address peer);
int bind_to(int fd, union address local);
int get_flag(int fd, int level, int option); /* the option's value, or -1 */

/* The byte at a place of a long stream, to check order by. */
unsigned char pattern_at(size_t place);
void pattern_write(unsigned char *buf, size_t len, size_t place);
bool pattern_is(const unsigned char *buf, size_t len, size_t place);

/* Runs the cases that are named, or all if count is 0; returns the program's exit status. */
int conformance_run(int count, char **names);

/* ---- The machine (platform_*.c, which also has main) ----------------------------------------- */

/* Milliseconds since any start. */
uint32_t now_ms(void);

/* Ends the program if the case called name takes longer than some seconds; NULL: no case runs. */
void platform_watch(const char *name);

/* Remembers what is in use; tells what is in use beyond that, or NULL if nothing is. */
void platform_remember(void);
const char *platform_leak(void);

/* Closes all descriptors of sockets, after a case that has failed. */
void platform_close_all(void);

/* ---- The table of cases (made by make_cases.py) ---------------------------------------------- */

struct conformance_case {
    const char *name;
    void (*run)(void);
};
extern const struct conformance_case conformance_cases[];
extern const size_t conformance_case_count;

#endif
