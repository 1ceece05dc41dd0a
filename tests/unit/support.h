/*
 * support.h: the words that the unit tests are written in: sockets in any state, what happens on
 * the network, and what a call is expected to give.
 */
#ifndef SUPPORT_H
#define SUPPORT_H

#include <stdarg.h>
#include <stddef.h>
#include <setjmp.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

#include "core.h"
#include "port_test.h"
#include "stk_fake.h"

#include "microsockets/msock_net.h"

/* ---- Around every test ---- */

/* Starts the library anew, with the clock shortly before its wrap-around. */
int setup(void **state);

/* Checks that the lock is free and no question to a name server is left. */
int teardown(void **state);

#define TEST(name)    cmocka_unit_test_setup_teardown(name, setup, teardown)
#define RUN_TESTS(of) cmocka_run_group_tests(of, NULL, NULL)

/* ---- What is expected of a call ---- */

/* The call succeeds with this value, and leaves errno alone. */
#define assert_gives(call, value)                                                                  \
    check_gives((msock_errno = 4711, (long long)(call)), (long long)(value), #call, __FILE__,      \
                __LINE__)

/* The call returns -1 with this errno. */
#define assert_fails(call, error)                                                                  \
    check_fails((msock_errno = 0, (long long)(call)), (error), #call, __FILE__, __LINE__)

void check_gives(long long result, long long value, const char *call, const char *file, int line);
void check_fails(long long result, int error, const char *call, const char *file, int line);

/* recv() gives these bytes; send() takes all of them. */
#define assert_receives(fd, text) check_receives((fd), (text), __FILE__, __LINE__)
#define assert_sends(fd, text)    assert_gives(msock_send((fd), (text), strlen(text), 0), strlen(text))

void check_receives(int fd, const char *text, const char *file, int line);

/* The bytes that the socket has sent so far. */
#define assert_sent(fd, text) check_sent((fd), (text), __FILE__, __LINE__)
void check_sent(int fd, const char *text, const char *file, int line);

/* Milliseconds since the time was last marked; setup() marks it. */
void mark_time(void);
uint32_t elapsed_ms(void);

/* The pending error, as SO_ERROR tells it. */
int pending_error(int fd);

/* The poll bits of a socket: all of them. */
unsigned events_of(int fd);

/* ---- Sockets in a state ---- */

int stream(void);
int stream6(void);
int datagram(void);
int datagram6(void);
int bound_stream(void);      /* to port 80 */
int connecting_stream(void); /* nobody answers */
int connected_stream(void);
int refused_stream(void);      /* connect() has not said so yet */
int listening(void);           /* on port 80, backlog 2 */
int listening_with(int count); /* the same, and connections wait */
int accepted_stream(void);
int full_stream(void);     /* connected, without room to send */
int ended_stream(void);    /* the peer has ended it */
int shut_stream(int how);  /* connected, then shut down by us */
int finished_stream(void); /* both have ended it */
int reset_stream(void);    /* the reset is pending */
int dead_stream(void);     /* the reset has been told */
int connected_datagram(void);

void make_nonblocking(int fd);

/* With option MSOCK_SO_RCVTIMEO or MSOCK_SO_SNDTIMEO. */
void set_timeout(int fd, int option, long ms);

/* The adapter's part of a descriptor's socket. */
struct stk_sock *sk_of(int fd);

/* Has every descriptor in use; a number that release_descriptors() wants back. */
int use_up_descriptors(int fd);
void release_descriptors(int first_taken);

/* ---- What happens on the network, after_ms from now ---- */

void bytes_arrive(uint32_t after_ms, int fd, const char *text);
void datagram_arrives(uint32_t after_ms, int fd, const char *text);
void connection_arrives(uint32_t after_ms, int fd); /* from port 1001, 1002, ... */
void peer_ends(uint32_t after_ms, int fd);
void connection_fails(uint32_t after_ms, int fd, int error);
void port_refuses(uint32_t after_ms, int fd); /* a datagram finds nobody there */
void room_appears(uint32_t after_ms, int fd, size_t room);
void timer_runs(uint32_t after_ms); /* the stack has something to do, for nobody */

/* Lets everything happen that is due. */
void settle(void);

/* Clears trace and counters. */
void count_anew(void);

/* ---- Addresses ---- */

/* 192.0.2.1 and a port; as an IPv4-mapped address; 2001:db8::1 and a port. They stay until the next
 * call. */
const struct msock_sockaddr *peer4(uint16_t port);
const struct msock_sockaddr *mapped_peer(uint16_t port);
const struct msock_sockaddr *peer6(uint16_t port);
#define LEN4 ((msock_socklen_t)sizeof(struct msock_sockaddr_in))
#define LEN6 ((msock_socklen_t)sizeof(struct msock_sockaddr_in6))

/* An address as "192.0.2.1:80" or "[2001:db8::1%2]:80"; it stays until the next call. */
const char *text_of(const struct msock_sockaddr *addr);

#endif
