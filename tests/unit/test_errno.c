/*
 * test_errno.c: where errors are reported, and what they are called. Built with MSOCK_OWN_ERRNO 0
 * or 1: the tests are the same, the place is another.
 */
#include "support.h"

#include <errno.h>

static void a_call_that_fails_sets_the_error_in_its_place_only(void **state)
{
    (void)state;
    errno = 4711;
    msock_errno = 4712;
    assert_int_equal(msock_close(-1), -1);
    assert_int_equal(msock_errno, MSOCK_EBADF);
    assert_int_equal(errno, MSOCK_OWN_ERRNO ? 4711 : EBADF);
}

static void calls_that_need_no_lock_set_it_in_the_same_place(void **state)
{
    (void)state;
    uint8_t addr[16];
    errno = 4711;
    msock_errno = 4712;
    assert_int_equal(msock_inet_pton(4711, "", addr), -1);
    assert_int_equal(msock_errno, MSOCK_EAFNOSUPPORT);
    assert_int_equal(errno, MSOCK_OWN_ERRNO ? 4711 : EAFNOSUPPORT);
}

/* On this machine both numberings are Linux's. */
static void the_numbers_are_linuxs(void **state)
{
    (void)state;
    assert_int_equal(MSOCK_EAGAIN, 11);
    assert_int_equal(MSOCK_EINPROGRESS, 115);
    assert_int_equal(MSOCK_ECONNREFUSED, 111);
    assert_int_equal(MSOCK_EAGAIN, EAGAIN);
}

static void every_error_has_a_name_and_a_text(void **state)
{
    (void)state;
#define CHECK(name, number, text)                                                                  \
    assert_string_equal(msock_error_name(MSOCK_##name), #name);                                    \
    assert_string_equal(msock_error_name(-MSOCK_##name), #name);                                   \
    assert_string_equal(msock_strerror(MSOCK_##name), text);                                       \
    assert_int_equal(MSOCK_##name, number);
    MSOCK_ERRORS(CHECK)
#undef CHECK
}

static void a_number_that_is_no_error_has_none(void **state)
{
    (void)state;
    assert_string_equal(msock_error_name(4711), "?");
    assert_string_equal(msock_strerror(0), "?");
    assert_string_equal(msock_strerror(-4711), "?");
}

static void every_error_fits_where_the_core_keeps_it(void **state)
{
    (void)state;
#define CHECK(name, number, text) assert_in_range(MSOCK_##name, 1, UINT8_MAX);
    MSOCK_ERRORS(CHECK)
#undef CHECK
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(a_call_that_fails_sets_the_error_in_its_place_only),
        TEST(calls_that_need_no_lock_set_it_in_the_same_place),
        TEST(the_numbers_are_linuxs),
        TEST(every_error_has_a_name_and_a_text),
        TEST(a_number_that_is_no_error_has_none),
        TEST(every_error_fits_where_the_core_keeps_it),
    };
    return RUN_TESTS(tests);
}
