/*
 * test_inet.c: addresses as text. The C library of this machine is the oracle: both must say the
 * same of thousands of strings, most of them nearly addresses.
 */
#define _POSIX_C_SOURCE 200809L
#include "support.h"

#include <arpa/inet.h>

static uint32_t random_state;

static unsigned random_below(unsigned limit)
{
    random_state = random_state * 1664525 + 1013904223;
    return (random_state >> 8) % limit;
}

/* ---- inet_pton ---- */

static void check_against_the_oracle(int family, int their_family, const char *text)
{
    uint8_t ours[16];
    uint8_t theirs[16];
    memset(ours, 0x55, sizeof ours);
    memset(theirs, 0x55, sizeof theirs);
    const int expected = inet_pton(their_family, text, theirs);
    const int found = msock_inet_pton(family, text, ours);

    if (found != expected || memcmp(ours, theirs, sizeof ours) != 0) {
        fail_msg("\"%s\" gives %d, and not %d, or other bytes", text, found, expected);
    }
}

static void check_both(const char *text)
{
    check_against_the_oracle(MSOCK_AF_INET, AF_INET, text);
    if (MSOCK_IPV6) {
        check_against_the_oracle(MSOCK_AF_INET6, AF_INET6, text);
    }
}

static void known_texts_are_read_as_the_c_library_reads_them(void **state)
{
    (void)state;
    static const char *const texts[] = {
        "",
        "0.0.0.0",
        "255.255.255.255",
        "1.2.3.4",
        "1.2.3",
        "1.2.3.",
        "1.2.3.4.",
        "1.2.3.4.5",
        ".1.2.3",
        "1..2.3",
        "256.1.1.1",
        "1.1.1.256",
        "1.1.1.1000",
        "01.2.3.4",
        "1.2.3.00",
        "1.2.3.4 ",
        " 1.2.3.4",
        "+1.2.3.4",
        "-1.2.3.4",
        "1.2.3.a",
        "0x1.2.3.4",
        "1.2.3.4%1",
        "::",
        "::1",
        "1::",
        ":",
        ":::",
        "1:::2",
        "::1::",
        "1::2::3",
        ":1",
        "1:",
        ":1::",
        "::1:",
        "1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7",
        "1:2:3:4:5:6:7:8:9",
        "1:2:3:4:5:6:7::",
        "::2:3:4:5:6:7:8",
        "1:2:3:4::5:6:7:8",
        "1:2:3:4:5:6:7:8::",
        "::1:2:3:4:5:6:7:8",
        "1:2:3:4:5:6:7:",
        "1:2:3:4:5:6:7:8:",
        "12345::",
        "::12345",
        "::g",
        "G::",
        "::FFFF:1.2.3.4",
        "::ffff:1.2.3.4",
        "::1.2.3.4",
        "1.2.3.4::",
        "1:2:3:4:5:6:1.2.3.4",
        "1:2:3:4:5:1.2.3.4",
        "1:2:3:4:5:6:7:1.2.3.4",
        "::1.2.3",
        "::1.2.3.256",
        "::1.2.3.4:5",
        "1::1.2.3.4",
        "1:2:3:4:5::1.2.3.4",
        "1:2:3:4:5:6::1.2.3.4",
        "1.2.3.4:5",
        "1.2.3.4:5::",
        "1.2.3.4:a:b",
        "fe80::1%1",
        "fe80::1%en1",
        "[::1]",
        "::1 ",
        "abcd:ef01:2345:6789:ABCD:EF01:2345:6789",
        "0:0:0:0:0:0:0:0",
        "::0",
        "0::",
        "::00000",
        "::0000",
        "0001::",
        "1:2:3:4:5:6:7::8",
        "1::2:3:4:5:6:7:8",
        "::1.02.3.4",
        "::.1.2.3.4",
        "::ffff:12.34",
        "::123.1.1.1",
        "::1234.1.1.1",
        "::f23.1.1.1",
        "1:2:3:4:5:6:7.8.9.10:",
    };
    for (unsigned i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        check_both(texts[i]);
    }
}

static void any_text_of_the_right_letters_is_read_as_the_c_library_reads_it(void **state)
{
    (void)state;
    static const char letters[] = "::::....0123459afF%";
    char text[24];
    random_state = 1;
    for (int i = 0; i < 200000; i++) {
        const unsigned len = random_below(sizeof text - 1);
        for (unsigned j = 0; j < len; j++) {
            text[j] = letters[random_below(sizeof letters - 1)];
        }
        text[len] = '\0';
        check_both(text);
    }
}

static void any_text_of_the_right_parts_is_read_as_the_c_library_reads_it(void **state)
{
    (void)state;
    static const char *const parts[] = {":", ":",   ":",    ":",   "::",      ".",    "0",
                                        "1", "00",  "ffff", "a",   "1.2.3.4", "12.0", "10000",
                                        "G", "255", "256",  "1:2", "3:4"};
    char text[200];
    random_state = 2;
    for (int i = 0; i < 200000; i++) {
        text[0] = '\0';
        for (unsigned count = random_below(18); count > 0; count--) {
            strcat(text, parts[random_below(sizeof parts / sizeof parts[0])]);
        }
        check_both(text);
    }
}

/* An address, with one letter of it changed, left out or put in. */
static void an_address_with_one_fault_is_read_as_the_c_library_reads_it(void **state)
{
    (void)state;
    static const char letters[] = ":.0129afFg%x ";
    random_state = 3;
    for (int i = 0; i < 200000; i++) {
        char text[INET6_ADDRSTRLEN + 2] = "";
        uint8_t addr[16];
        for (int j = 0; j < 16; j++) {
            addr[j] = random_below(3) ? 0 : (uint8_t)random_below(256);
        }
        assert_non_null(
            inet_ntop(random_below(4) ? AF_INET6 : AF_INET, addr, text, INET6_ADDRSTRLEN));
        const size_t len = strlen(text);
        const size_t at = random_below((unsigned)len);
        switch (random_below(3)) {
        case 0:
            text[at] = letters[random_below(sizeof letters - 1)];
            break;
        case 1:
            memmove(text + at, text + at + 1, len - at);
            break;
        default:
            memmove(text + at + 1, text + at, len - at + 1);
            text[at] = letters[random_below(sizeof letters - 1)];
            break;
        }
        check_both(text);
    }
}

static void pton_refuses_another_family(void **state)
{
    (void)state;
    uint8_t addr[16];
    assert_fails(msock_inet_pton(MSOCK_AF_UNSPEC, "1.2.3.4", addr), MSOCK_EAFNOSUPPORT);
    assert_fails(msock_inet_pton(4711, "1.2.3.4", addr), MSOCK_EAFNOSUPPORT);
    if (!MSOCK_IPV6) {
        assert_fails(msock_inet_pton(MSOCK_AF_INET6, "::1", addr), MSOCK_EAFNOSUPPORT);
    }
    assert_gives(msock_inet_pton(MSOCK_AF_INET, "1.2.3", addr), 0);
    assert_gives(msock_inet_pton(MSOCK_AF_INET, "1.2.3.4", addr), 1);
}

/* ---- inet_ntop ---- */

static void ntop_writes_what_the_c_library_writes_and_pton_reads_it_back(void **state)
{
    (void)state;
    random_state = 4;
    for (int i = 0; i < 200000; i++) {
        char ours[MSOCK_INET6_ADDRSTRLEN];
        char theirs[INET6_ADDRSTRLEN];
        uint8_t addr[16];
        uint8_t back[16];
        const bool six = MSOCK_IPV6 && random_below(4);
        for (int j = 0; j < 16; j += 2) {
            const bool zero = random_below(2);
            addr[j] = zero || random_below(2) ? 0 : (uint8_t)random_below(256);
            addr[j + 1] = zero ? 0 : (uint8_t)random_below(256);
        }
        if (random_below(8) == 0) {
            memset(addr, 0, 10);
            memset(addr + 10, random_below(2) ? 0xff : 0, 2);
        }
        const int family = six ? MSOCK_AF_INET6 : MSOCK_AF_INET;
        assert_ptr_equal(msock_inet_ntop(family, addr, ours, sizeof ours), ours);
        assert_non_null(inet_ntop(six ? AF_INET6 : AF_INET, addr, theirs, sizeof theirs));
        assert_string_equal(ours, theirs);
        assert_int_equal(msock_inet_pton(family, ours, back), 1);
        assert_memory_equal(back, addr, six ? 16 : 4);
    }
}

static void ntop_wants_room_for_the_text_and_its_end(void **state)
{
    (void)state;
    char text[MSOCK_INET6_ADDRSTRLEN] = "untouched";
    const uint8_t addr[4] = {255, 255, 255, 255};
    msock_errno = 0;
    assert_null(msock_inet_ntop(MSOCK_AF_INET, addr, text, MSOCK_INET_ADDRSTRLEN - 1));
    assert_int_equal(msock_errno, MSOCK_ENOSPC);
    assert_string_equal(text, "untouched");
    assert_null(msock_inet_ntop(MSOCK_AF_INET, addr, text, 0));
    msock_errno = 0;
    assert_non_null(msock_inet_ntop(MSOCK_AF_INET, addr, text, MSOCK_INET_ADDRSTRLEN));
    assert_int_equal(msock_errno, 0);
    assert_string_equal(text, "255.255.255.255");
}

static void the_longest_ipv6_text_has_room(void **state)
{
    (void)state;
    char text[MSOCK_INET6_ADDRSTRLEN];
    uint8_t addr[16];
    if (!MSOCK_IPV6) {
        skip();
    }
    memset(addr, 0xff, sizeof addr);
    assert_non_null(msock_inet_ntop(MSOCK_AF_INET6, addr, text, 40));
    assert_string_equal(text, "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");
    assert_null(msock_inet_ntop(MSOCK_AF_INET6, addr, text, 39));
}

static void ntop_refuses_another_family(void **state)
{
    (void)state;
    char text[MSOCK_INET6_ADDRSTRLEN];
    const uint8_t addr[16] = {0};
    msock_errno = 0;
    assert_null(msock_inet_ntop(MSOCK_AF_UNSPEC, addr, text, sizeof text));
    assert_int_equal(msock_errno, MSOCK_EAFNOSUPPORT);
    if (!MSOCK_IPV6) {
        assert_null(msock_inet_ntop(MSOCK_AF_INET6, addr, text, sizeof text));
    }
}

/* ---- Byte order ---- */

static void network_byte_order_is_the_c_librarys(void **state)
{
    (void)state;
    assert_int_equal(msock_htons(0x1234), htons(0x1234));
    assert_int_equal(msock_ntohs(0x1234), ntohs(0x1234));
    assert_int_equal(msock_htonl(0x12345678), htonl(0x12345678));
    assert_int_equal(msock_ntohl(0x12345678), ntohl(0x12345678));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(known_texts_are_read_as_the_c_library_reads_them),
        TEST(any_text_of_the_right_letters_is_read_as_the_c_library_reads_it),
        TEST(any_text_of_the_right_parts_is_read_as_the_c_library_reads_it),
        TEST(an_address_with_one_fault_is_read_as_the_c_library_reads_it),
        TEST(pton_refuses_another_family),
        TEST(ntop_writes_what_the_c_library_writes_and_pton_reads_it_back),
        TEST(ntop_wants_room_for_the_text_and_its_end),
        TEST(the_longest_ipv6_text_has_room),
        TEST(ntop_refuses_another_family),
        TEST(network_byte_order_is_the_c_librarys),
    };
    return RUN_TESTS(tests);
}
