/*
 * tap_cases.h: what the cases over a TAP device share. They use the frame of the conformance cases,
 * which checks after each that every pool is as full as before. The other end of the wire is the
 * Linux kernel; run_tests.py sets it up, and peers.py has the programs there. Both know the
 * addresses and ports too.
 */
#ifndef TAP_CASES_H
#define TAP_CASES_H

#include "conformance.h"

/* The kernel's end of the wire, and the number and name of ours as lwIP counts them: loopback is
 * the first, and each Ethernet interface is "en". */
#define KERNEL_IPV4       "192.0.2.1"
#define KERNEL_IPV6       "2001:db8::1"
#define KERNEL_LINK_LOCAL "fe80::1"
#define WIRE_NUMBER       2
#define WIRE_NAME         "en1"

/* The kernel's end of the wire that loses frames (lossy.h). */
#define KERNEL_BEHIND_LOSS "198.18.0.1"

/* Its gateway is the kernel, which drops what is for there. */
#define BLACK_HOLE "203.0.113.1"

/* Ports of the kernel. */
#define ECHO_PORT    7 /* datagrams */
#define CLOSED_PORT  9
#define PAGE_PORT    80
#define COMMAND_PORT 7000 /* streams that do what their first line says */

/* An address in numbers, without a scope. */
union address address_of(const char *text, unsigned port);

/* The kernel's address of this family. */
union address kernel(int family, unsigned port);

/* A stream to the kernel, which does there what the command says (peers.py). */
int commanded(union address peer, const char *command);
int command_kernel(int family, const char *format, ...);

/* Reads the rest of a stream, which must be this text, and closes it. */
void expect_rest(int fd, const char *want);

/* Moves so many bytes of the pattern. */
void receive_pattern(int fd, size_t len);
void send_pattern(int fd, size_t len);

/* A listener on the wildcard of both families. */
int listening_everywhere(int backlog);

/* How many frames the lossy wire has lost by now. */
unsigned lost_frames(void);

/* Runs the stack for so long. */
void run_for(uint32_t time_ms);

/* What getaddrinfo() tells about a name: 0 and addresses as text, a space between them, or a code.
 */
struct looked_up {
    int code;
    char text[2 * INET6_ADDRSTRLEN];
};
struct looked_up look_up(const char *name, int family);

#endif
