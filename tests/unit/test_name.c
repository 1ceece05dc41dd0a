/*
 * test_name.c: getaddrinfo: numbers, names, the pool of results, the time it may take.
 */
#include "support.h"

#include <stdio.h>

static const uint8_t addr4[4] = {198, 51, 100, 7};
static const uint8_t addr6[16] = {0x20, 1, 0x0d, 0xb8, [15] = 7};

/* What was asked, and the list that came of it as text: "stream 192.0.2.1:80, ...". */
static int last_result;

static const char *resolved(const char *node, const char *service, int family, int type, int flags)
{
    static char text[256];
    struct msock_addrinfo *list = NULL;
    const struct msock_addrinfo hints = {
        .ai_family = family, .ai_socktype = type, .ai_flags = flags};

    text[0] = '\0';
    last_result = msock_getaddrinfo(node, service, &hints, &list);
    for (const struct msock_addrinfo *info = list; info; info = info->ai_next) {
        const bool is_stream = info->ai_socktype == MSOCK_SOCK_STREAM;
        assert_int_equal(info->ai_protocol, is_stream ? MSOCK_IPPROTO_TCP : MSOCK_IPPROTO_UDP);
        assert_int_equal(info->ai_family, info->ai_addr->sa_family);
        assert_int_equal(info->ai_addrlen, info->ai_family == MSOCK_AF_INET ? LEN4 : LEN6);
        assert_null(info->ai_canonname);
        snprintf(text + strlen(text), sizeof text - strlen(text), "%s%s %s", text[0] ? ", " : "",
                 is_stream ? "stream" : "datagram", text_of(info->ai_addr));
    }
    msock_freeaddrinfo(list);
    return text;
}

static const char *stream_to(const char *node, const char *service)
{
    return resolved(node, service, MSOCK_AF_UNSPEC, MSOCK_SOCK_STREAM, 0);
}

static int code_of(const char *node, const char *service, int family, int type, int protocol,
                   int flags)
{
    struct msock_addrinfo *list = NULL;
    const struct msock_addrinfo hints = {
        .ai_family = family, .ai_socktype = type, .ai_protocol = protocol, .ai_flags = flags};
    const int code = msock_getaddrinfo(node, service, &hints, &list);

    assert_true((code == 0) == (list != NULL));
    msock_freeaddrinfo(list);
    return code;
}

static int code_of_node(const char *node)
{
    return code_of(node, "80", 0, MSOCK_SOCK_STREAM, 0, 0);
}

static int code_of_service(const char *service, int flags)
{
    return code_of("192.0.2.1", service, 0, MSOCK_SOCK_STREAM, 0, flags);
}

static unsigned held(void)
{
    struct msock_usage usage;

    msock_get_usage(&usage);
    return usage.addrinfos;
}

/* ---- Numbers ---- */

static void numbers_need_no_server(void **state)
{
    (void)state;
    assert_string_equal(stream_to("192.0.2.1", "80"), "stream 192.0.2.1:80");
    assert_string_equal(stream_to("192.0.2.1", NULL), "stream 192.0.2.1:0");
    if (MSOCK_IPV6) {
        assert_string_equal(stream_to("2001:db8::1", "65535"), "stream [2001:db8::1]:65535");
    }
    assert_int_equal(fake_calls.runs, 0);
    assert_string_equal(fake_asked_name(), "");
    assert_int_equal(held(), 0);
}

static void without_a_type_there_is_one_result_for_each(void **state)
{
    (void)state;
    assert_string_equal(resolved("192.0.2.1", "80", 0, 0, 0),
                        "stream 192.0.2.1:80, datagram 192.0.2.1:80");
    assert_string_equal(resolved("192.0.2.1", "80", 0, MSOCK_SOCK_DGRAM, 0),
                        "datagram 192.0.2.1:80");
}

static void the_protocol_chooses_the_type(void **state)
{
    (void)state;
    struct msock_addrinfo *list;
    const struct msock_addrinfo tcp = {.ai_protocol = MSOCK_IPPROTO_TCP};
    const struct msock_addrinfo udp = {.ai_protocol = MSOCK_IPPROTO_UDP};
    assert_int_equal(msock_getaddrinfo("192.0.2.1", NULL, &tcp, &list), 0);
    assert_int_equal(list->ai_socktype, MSOCK_SOCK_STREAM);
    assert_null(list->ai_next);
    msock_freeaddrinfo(list);
    assert_int_equal(msock_getaddrinfo("192.0.2.1", NULL, &udp, &list), 0);
    assert_int_equal(list->ai_socktype, MSOCK_SOCK_DGRAM);
    assert_null(list->ai_next);
    msock_freeaddrinfo(list);
}

static void without_hints_any_will_do(void **state)
{
    (void)state;
    struct msock_addrinfo *list;
    assert_int_equal(msock_getaddrinfo("192.0.2.1", "80", NULL, &list), 0);
    assert_int_equal(held(), 2);
    msock_freeaddrinfo(list);
}

static void numbers_of_the_wrong_family_are_refused(void **state)
{
    (void)state;
    assert_int_equal(code_of("2001:db8::1", "80", MSOCK_AF_INET, 0, 0, 0),
                     MSOCK_IPV6 ? MSOCK_EAI_ADDRFAMILY : MSOCK_EAI_NONAME);
    if (MSOCK_IPV6) {
        assert_int_equal(code_of("192.0.2.1", "80", MSOCK_AF_INET6, 0, 0, 0), MSOCK_EAI_ADDRFAMILY);
    }
}

static void a_scope_is_the_name_or_the_number_of_an_interface(void **state)
{
    (void)state;
    if (!MSOCK_IPV6) {
        skip();
    }
    assert_string_equal(stream_to("fe80::1%2", "80"), "stream [fe80::1%2]:80");
    assert_string_equal(stream_to("fe80::1%en1", "80"), "stream [fe80::1%2]:80");
    assert_string_equal(stream_to("fe80::1%lo0", "80"), "stream [fe80::1%1]:80");
    assert_string_equal(stream_to("fe80::1%255", "80"), "stream [fe80::1%255]:80");
    const int flags = MSOCK_AI_NUMERICHOST;
    static const char *const bad[] = {"fe80::1%",   "fe80::1%0",   "fe80::1%256", "fe80::1%no",
                                      "fe80::1%2 ", "192.0.2.1%2", "fe80::1x"};
    for (unsigned i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_int_equal(code_of(bad[i], "80", 0, 0, 0, flags), MSOCK_EAI_NONAME);
    }
}

static void without_a_node_it_is_loopback_or_the_wildcard(void **state)
{
    (void)state;
    const int any = MSOCK_AF_UNSPEC;
    assert_string_equal(resolved(NULL, "80", MSOCK_AF_INET, MSOCK_SOCK_STREAM, 0),
                        "stream 127.0.0.1:80");
    assert_string_equal(resolved(NULL, "80", MSOCK_AF_INET, MSOCK_SOCK_STREAM, MSOCK_AI_PASSIVE),
                        "stream 0.0.0.0:80");
    if (!MSOCK_IPV6) {
        assert_string_equal(resolved(NULL, "80", any, MSOCK_SOCK_STREAM, 0), "stream 127.0.0.1:80");
        return;
    }
    assert_string_equal(resolved(NULL, "80", any, MSOCK_SOCK_STREAM, 0),
                        "stream 127.0.0.1:80, stream [::1]:80");
    assert_string_equal(resolved(NULL, "80", any, MSOCK_SOCK_STREAM, MSOCK_AI_PASSIVE),
                        "stream 0.0.0.0:80, stream [::]:80");
    assert_string_equal(resolved(NULL, "80", MSOCK_AF_INET6, MSOCK_SOCK_DGRAM, 0),
                        "datagram [::1]:80");
}

/* ---- Refusals ---- */

static void a_service_is_a_number_of_16_bits(void **state)
{
    (void)state;
    static const char *const bad[] = {"",
                                      "http",
                                      "65536",
                                      "-1",
                                      "+1",
                                      " 1",
                                      "1 ",
                                      "0x50",
                                      "8.0",
                                      "4294967376",
                                      "99999999999999999999"};
    for (unsigned i = 0; i < sizeof bad / sizeof bad[0]; i++) {
        assert_int_equal(code_of_service(bad[i], 0), MSOCK_EAI_SERVICE);
        assert_int_equal(code_of_service(bad[i], MSOCK_AI_NUMERICSERV), MSOCK_EAI_NONAME);
    }
    assert_int_equal(code_of_service("0", 0), 0);
    assert_int_equal(code_of_service("65535", MSOCK_AI_NUMERICSERV), 0);
    assert_string_equal(stream_to("192.0.2.1", "00080"), "stream 192.0.2.1:80");
    assert_string_equal(stream_to("192.0.2.1", "12349"), "stream 192.0.2.1:12349");
}

static void hints_that_make_no_sense_are_refused(void **state)
{
    (void)state;
    const char *const node = "192.0.2.1";
    assert_int_equal(code_of(NULL, NULL, 0, 0, 0, 0), MSOCK_EAI_NONAME);
    assert_int_equal(code_of(node, "80", 0, 0, 0, 0x2), MSOCK_EAI_BADFLAGS); /* AI_CANONNAME */
    assert_int_equal(code_of(node, "80", 4711, 0, 0, 0), MSOCK_EAI_FAMILY);
    assert_int_equal(code_of(node, "80", 0, 3, 0, 0), MSOCK_EAI_SOCKTYPE); /* SOCK_RAW */
    assert_int_equal(code_of(node, "80", 0, MSOCK_SOCK_STREAM, MSOCK_IPPROTO_UDP, 0),
                     MSOCK_EAI_SOCKTYPE);
    assert_int_equal(code_of(node, "80", 0, MSOCK_SOCK_DGRAM, MSOCK_IPPROTO_TCP, 0),
                     MSOCK_EAI_SOCKTYPE);
    assert_int_equal(code_of(node, "80", 0, 0, 132, 0), MSOCK_EAI_SERVICE); /* SCTP */
    assert_int_equal(code_of(node, "80", 0, MSOCK_SOCK_DGRAM, MSOCK_IPPROTO_UDP, 0), 0);
    if (!MSOCK_IPV6) {
        assert_int_equal(code_of(node, "80", MSOCK_AF_INET6, 0, 0, 0), MSOCK_EAI_FAMILY);
    }
}

static void no_place_for_the_result_is_efault(void **state)
{
    (void)state;
    msock_errno = 0;
    assert_int_equal(msock_getaddrinfo("192.0.2.1", "80", NULL, NULL), MSOCK_EAI_SYSTEM);
    assert_int_equal(msock_errno, MSOCK_EFAULT);
}

/* ---- Names ---- */

static void a_name_is_asked_of_the_server_in_both_families_ipv4_first(void **state)
{
    (void)state;
    fake_server_answers(30, 4, addr4);
    fake_server_answers(20, 6, addr6);
    assert_string_equal(stream_to("www.example.org", "80"),
                        MSOCK_IPV6 ? "stream 198.51.100.7:80, stream [2001:db8::7]:80"
                                   : "stream 198.51.100.7:80");
    assert_string_equal(fake_asked_name(), "www.example.org");
    assert_int_equal(elapsed_ms(), 30);
    assert_int_equal(held(), 0);
}

static void all_families_and_types_fit_into_the_pool(void **state)
{
    (void)state;
    if (!MSOCK_IPV6) {
        skip();
    }
    fake_server_answers(0, 4, addr4);
    fake_server_answers(0, 6, addr6);
    assert_string_equal(resolved("name", "80", 0, 0, 0),
                        "stream 198.51.100.7:80, datagram 198.51.100.7:80, "
                        "stream [2001:db8::7]:80, datagram [2001:db8::7]:80");
}

static void one_family_is_asked_if_one_is_wanted(void **state)
{
    (void)state;
    fake_server_answers(10, 4, addr4);
    assert_string_equal(resolved("name", "80", MSOCK_AF_INET, MSOCK_SOCK_STREAM, 0),
                        "stream 198.51.100.7:80");
    assert_int_equal(elapsed_ms(), 10);
    assert_int_equal(fake_calls.fallible, 1);
}

static void an_answer_that_is_known_needs_no_waiting(void **state)
{
    (void)state;
    fake_server_knows(4, addr4);
    fake_server_knows(6, NULL);
    assert_string_equal(stream_to("name", "80"), "stream 198.51.100.7:80");
    assert_int_equal(fake_calls.runs, 0);
}

static void one_family_is_enough(void **state)
{
    (void)state;
    if (!MSOCK_IPV6) {
        skip();
    }
    fake_server_answers(10, 4, NULL);
    fake_server_answers(20, 6, addr6);
    assert_string_equal(stream_to("name", "80"), "stream [2001:db8::7]:80");
}

static void a_name_that_does_not_exist_is_no_name(void **state)
{
    (void)state;
    fake_server_answers(10, 4, NULL);
    fake_server_answers(20, 6, NULL);
    assert_int_equal(code_of_node("nowhere"), MSOCK_EAI_NONAME);
}

static void a_server_that_does_not_answer_is_given_up_at_the_deadline(void **state)
{
    (void)state;
    assert_int_equal(code_of_node("name"), MSOCK_EAI_AGAIN);
    assert_int_equal(elapsed_ms(), MSOCK_DNS_TIMEOUT_MS);
}

static void a_server_that_the_stack_gives_up_has_not_answered(void **state)
{
    (void)state;
    fake_server_is_given_up(10, 4);
    fake_server_is_given_up(20, 6);
    assert_int_equal(code_of_node("name"), MSOCK_EAI_AGAIN);
    assert_true(elapsed_ms() < MSOCK_DNS_TIMEOUT_MS);
    fake_server_answers(10, 4, NULL);
    assert_int_equal(code_of_node("name"), MSOCK_IPV6 ? MSOCK_EAI_AGAIN : MSOCK_EAI_NONAME);
    fake_server_answers(10, 4, addr4);
    assert_string_equal(stream_to("name", "80"), "stream 198.51.100.7:80");
}

static void what_one_family_has_answered_counts_at_the_deadline(void **state)
{
    (void)state;
    if (!MSOCK_IPV6) {
        skip();
    }
    fake_server_answers(10, 4, addr4);
    assert_string_equal(stream_to("name", "80"), "stream 198.51.100.7:80");
    assert_int_equal(elapsed_ms(), MSOCK_DNS_TIMEOUT_MS);
    fake_server_answers(10, 4, NULL);
    assert_int_equal(code_of_node("name"), MSOCK_EAI_AGAIN);
}

static void the_wait_for_the_server_can_be_interrupted(void **state)
{
    (void)state;
    port_test_interrupt_at(3);
    msock_errno = 0;
    assert_int_equal(code_of_node("name"), MSOCK_EAI_SYSTEM);
    assert_int_equal(msock_errno, MSOCK_EINTR);
    assert_int_equal(elapsed_ms(), 3);
}

static void a_question_that_cannot_be_asked_is_eai_again_at_once(void **state)
{
    (void)state;
    fake_fail(1, -MSOCK_ENOBUFS);
    assert_int_equal(code_of("name", "80", MSOCK_AF_INET, 0, 0, 0), MSOCK_EAI_AGAIN);
    assert_int_equal(fake_open_questions(), 0);
    assert_int_equal(elapsed_ms(), 0);
}

static void a_question_that_cannot_be_asked_leaves_the_others_answer(void **state)
{
    (void)state;
    if (!MSOCK_IPV6) {
        skip();
    }
    fake_server_answers(10, 4, addr4);
    fake_fail(2, -MSOCK_ENOBUFS);
    assert_string_equal(stream_to("name", "80"), "stream 198.51.100.7:80");
    assert_int_equal(elapsed_ms(), 10);
}

static void numerichost_asks_nobody(void **state)
{
    (void)state;
    assert_int_equal(code_of("name", "80", 0, 0, 0, MSOCK_AI_NUMERICHOST), MSOCK_EAI_NONAME);
    assert_string_equal(fake_asked_name(), "");
}

static void an_address_of_an_unknown_interface_is_no_name_to_ask_for(void **state)
{
    (void)state;
    assert_int_equal(code_of_node("fe80::1%no"), MSOCK_EAI_NONAME);
    assert_int_equal(code_of_node("2001:db8::x"), MSOCK_EAI_NONAME);
    assert_string_equal(fake_asked_name(), "");
}

static void an_empty_name_is_nobodys(void **state)
{
    (void)state;
    assert_int_equal(code_of_node(""), MSOCK_EAI_NONAME);
    assert_string_equal(fake_asked_name(), "");
}

/* ---- The pool ---- */

static void results_that_are_held_are_not_lent_again(void **state)
{
    (void)state;
    const struct msock_addrinfo hints = {.ai_socktype = MSOCK_SOCK_STREAM};
    struct msock_addrinfo *lists[MSOCK_MAX_ADDRINFO];
    struct msock_addrinfo *list = NULL;
    for (int i = 0; i < MSOCK_MAX_ADDRINFO; i++) {
        assert_int_equal(msock_getaddrinfo("192.0.2.1", "80", &hints, &lists[i]), 0);
        assert_int_equal(held(), i + 1);
    }
    assert_int_equal(msock_getaddrinfo("192.0.2.2", "80", &hints, &list), MSOCK_EAI_MEMORY);
    assert_null(list);
    msock_freeaddrinfo(lists[1]);
    assert_int_equal(msock_getaddrinfo("192.0.2.2", "81", &hints, &lists[1]), 0);
    assert_string_equal(text_of(lists[0]->ai_addr), "192.0.2.1:80");
    assert_string_equal(text_of(lists[1]->ai_addr), "192.0.2.2:81");
    for (int i = 0; i < MSOCK_MAX_ADDRINFO; i++) {
        msock_freeaddrinfo(lists[i]);
    }
    assert_int_equal(held(), 0);
}

static void a_list_that_does_not_fit_is_given_back_whole(void **state)
{
    (void)state;
    const struct msock_addrinfo hints = {.ai_socktype = MSOCK_SOCK_STREAM};
    struct msock_addrinfo *lists[MSOCK_MAX_ADDRINFO];
    struct msock_addrinfo *list = NULL;
    for (int i = 0; i < MSOCK_MAX_ADDRINFO - 1; i++) {
        assert_int_equal(msock_getaddrinfo("192.0.2.1", "80", &hints, &lists[i]), 0);
    }
    assert_int_equal(msock_getaddrinfo("192.0.2.2", "80", NULL, &list), MSOCK_EAI_MEMORY);
    assert_null(list);
    assert_int_equal(held(), MSOCK_MAX_ADDRINFO - 1);
    assert_int_equal(msock_getaddrinfo(NULL, "80", NULL, &list), MSOCK_EAI_MEMORY);
    fake_server_knows(4, addr4);
    fake_server_knows(6, addr6);
    assert_int_equal(msock_getaddrinfo("name", "80", NULL, &list), MSOCK_EAI_MEMORY);
    assert_int_equal(held(), MSOCK_MAX_ADDRINFO - 1);
}

static void freeing_nothing_is_allowed(void **state)
{
    (void)state;
    msock_freeaddrinfo(NULL);
}

static void a_soft_reset_takes_all_results_back(void **state)
{
    (void)state;
    struct msock_addrinfo *list;
    assert_int_equal(msock_getaddrinfo("192.0.2.1", "80", NULL, &list), 0);
    msock_init();
    assert_int_equal(held(), 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(numbers_need_no_server),
        TEST(without_a_type_there_is_one_result_for_each),
        TEST(the_protocol_chooses_the_type),
        TEST(without_hints_any_will_do),
        TEST(numbers_of_the_wrong_family_are_refused),
        TEST(a_scope_is_the_name_or_the_number_of_an_interface),
        TEST(without_a_node_it_is_loopback_or_the_wildcard),
        TEST(a_service_is_a_number_of_16_bits),
        TEST(hints_that_make_no_sense_are_refused),
        TEST(no_place_for_the_result_is_efault),
        TEST(a_name_is_asked_of_the_server_in_both_families_ipv4_first),
        TEST(all_families_and_types_fit_into_the_pool),
        TEST(one_family_is_asked_if_one_is_wanted),
        TEST(an_answer_that_is_known_needs_no_waiting),
        TEST(one_family_is_enough),
        TEST(a_name_that_does_not_exist_is_no_name),
        TEST(a_server_that_does_not_answer_is_given_up_at_the_deadline),
        TEST(a_server_that_the_stack_gives_up_has_not_answered),
        TEST(what_one_family_has_answered_counts_at_the_deadline),
        TEST(the_wait_for_the_server_can_be_interrupted),
        TEST(a_question_that_cannot_be_asked_is_eai_again_at_once),
        TEST(a_question_that_cannot_be_asked_leaves_the_others_answer),
        TEST(numerichost_asks_nobody),
        TEST(an_address_of_an_unknown_interface_is_no_name_to_ask_for),
        TEST(an_empty_name_is_nobodys),
        TEST(results_that_are_held_are_not_lent_again),
        TEST(a_list_that_does_not_fit_is_given_back_whole),
        TEST(freeing_nothing_is_allowed),
        TEST(a_soft_reset_takes_all_results_back),
    };
    return RUN_TESTS(tests);
}
