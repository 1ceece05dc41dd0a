/*
 * platform_process.h: what the machines that are a Linux process share: a clock, and an alarm that
 * ends a case that hangs. In platform_linux.c it comes before the names of posix.h.
 */
#ifndef CONFORMANCE_PLATFORM_PROCESS_H
#define CONFORMANCE_PLATFORM_PROCESS_H

#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#define PROCESS_LIMIT_S 10

static char process_watch_text[160];

static void process_on_alarm(int signal_number)
{
    (void)signal_number;
    /* The status is that of a program that has not come to its end. */
    _exit(write(STDOUT_FILENO, process_watch_text, strlen(process_watch_text)) > 0 ? 2 : 3);
}

static void process_start(void)
{
    /* A case that hangs shows its lines so far. */
    setvbuf(stdout, NULL, _IOLBF, 0);
    signal(SIGALRM, process_on_alarm);
}

static void process_watch(const char *name)
{
    if (name) {
        snprintf(process_watch_text, sizeof process_watch_text, "not ok %s: no end after %d s\n",
                 name, PROCESS_LIMIT_S);
    }
    alarm(name ? PROCESS_LIMIT_S : 0);
}

static uint32_t process_now_ms(void)
{
    struct timespec now;

    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint32_t)now.tv_sec * 1000 + (uint32_t)(now.tv_nsec / 1000000);
}

#endif
