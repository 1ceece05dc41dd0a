/*
 * test_rules.c: the test port and the fake notice when the core breaks a rule. What checks others
 * has to be able to fail.
 */
#include "support.h"

#include <setjmp.h>

static jmp_buf here;
static const char *broken;

static void note_rule(const char *rule)
{
    broken = rule;
    longjmp(here, 1);
}

/* Which rule does this break? NULL: none. */
static const char *rule_broken_by(void (*what)(void))
{
    void (*const before)(const char *) = port_test_on_failure;

    broken = NULL;
    port_test_on_failure = note_rule;
    if (setjmp(here) == 0) {
        what();
    }
    port_test_on_failure = before;
    port_test_reset();
    return broken;
}

#define assert_breaks(what, rule)                                                                  \
    do {                                                                                           \
        const char *found = rule_broken_by(what);                                                  \
        assert_non_null(found);                                                                    \
        assert_string_equal(found, rule);                                                          \
    } while (0)

static void lock_twice(void)
{
    port_lock();
    port_lock();
}

static void unlock_only(void)
{
    port_unlock();
}

static void sleep_without_lock(void)
{
    (void)port_sleep(0);
}

static void wake_without_lock(void)
{
    port_wake();
}

static void sleep_for_ever(void)
{
    port_lock();
    (void)port_sleep(PORT_FOREVER);
}

static void sleep_too_often(void)
{
    port_lock();
    for (;;) {
        (void)port_sleep(0);
    }
}

static void wait_for_nothing(void)
{
    char buf[1];

    (void)msock_recv(connected_stream(), buf, 1, 0);
}

static void the_port_notices(void **state)
{
    (void)state;
    assert_breaks(lock_twice, "the lock is not taken twice");
    assert_breaks(unlock_only, "only a lock that is held is released");
    assert_breaks(sleep_without_lock, "one sleeps with the lock held");
    assert_breaks(wake_without_lock, "the lock is held when sleepers are woken");
    assert_breaks(sleep_for_ever, "something will end the sleep");
    assert_breaks(sleep_too_often, "a wait comes to an end");
    assert_breaks(wait_for_nothing, "something will end the sleep");
}

static int subject;

static void run_without_lock(void)
{
    (void)stk_run();
}

static void call_without_lock(void)
{
    (void)stk_readable(sk_of(subject));
}

static void use_after_close(void)
{
    struct stk_sock *sk = sk_of(subject);

    (void)msock_close(subject);
    port_lock();
    (void)stk_readable(sk);
}

static void connect_twice(void)
{
    const struct stk_endpoint peer = {.family = 4, .addr = {1}};

    port_lock();
    (void)stk_connect(sk_of(subject), &peer);
}

static void connect_to_the_wildcard(void)
{
    const struct stk_endpoint peer = {.family = 4};

    port_lock();
    (void)stk_connect(sk_of(subject), &peer);
}

static void send_bytes(void)
{
    port_lock();
    (void)stk_send(sk_of(subject), "x", 1);
}

static void accept_again(void)
{
    port_lock();
    stk_accepted(sk_of(subject));
}

static void the_fake_notices(void **state)
{
    (void)state;
    subject = connected_stream();
    assert_breaks(run_without_lock, "the stack runs under the lock");
    assert_breaks(call_without_lock, "the stack is called under the lock");
    assert_breaks(connect_twice, "only a stream that is idle connects");
    assert_breaks(accept_again, "a connection is accepted once");
    subject = shut_stream(MSOCK_SHUT_WR);
    assert_breaks(send_bytes, "only a connected stream sends");
    subject = dead_stream();
    assert_breaks(send_bytes, "the socket has a control block");
    subject = datagram();
    assert_breaks(send_bytes, "the socket is of the call's type");
    subject = stream();
    assert_breaks(connect_to_the_wildcard, "the wildcard is nobody's address");
    assert_breaks(use_after_close, "a socket that was given up is not used");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(the_port_notices),
        TEST(the_fake_notices),
    };
    return RUN_TESTS(tests);
}
