/*
 * test_loopback.c: the loopback device.
 */
#include "loopback.h"

#include "cut.h"

#define TCP 6
#define UDP 17

static struct loopback loopback;
static struct drv *const drv = &loopback.drv;

static int set_up(void **state)
{
    (void)state;
    loopback_init(&loopback);
    return 0;
}

/* ---- Packets ----------------------------------------------------------------------------------- */

static uint32_t sum_words(const uint8_t *bytes, size_t len, uint32_t sum)
{
    for (size_t i = 0; i < len; i++) {
        sum += (i & 1) == 0 ? (uint32_t)bytes[i] << 8 : bytes[i];
    }
    return sum;
}

/* The Internet checksum (RFC 1071) of what has been summed up. */
static uint16_t checksum(uint32_t sum)
{
    while (sum > 0xFFFF) {
        sum = (sum & 0xFFFF) + (sum >> 16);
    }
    return (uint16_t)~sum;
}

static void put16(uint8_t *at, uint16_t value)
{
    at[0] = (uint8_t)(value >> 8);
    at[1] = (uint8_t)value;
}

/* Of the transport's part of a packet, pseudo-header included; 0 if the checksum in it is right. */
static uint16_t ipv4_checksum(const uint8_t *packet, size_t len)
{
    size_t part = len - 20;
    uint32_t sum = sum_words(packet + 12, 8, packet[9] + (uint32_t)part);

    return checksum(sum_words(packet + 20, part, sum));
}

static uint16_t ipv6_checksum(const uint8_t *packet, size_t len)
{
    size_t part = len - 40;
    uint32_t sum = sum_words(packet + 8, 32, packet[6] + (uint32_t)part);

    return checksum(sum_words(packet + 40, part, sum));
}

/* A TCP segment from 10.255.0.1 to 10.255.0.2; the checksum of TCP is 16 bytes into its header. */
static void make_ipv4(uint8_t *packet, size_t len)
{
    static const uint8_t addresses[8] = {10, 255, 0, 1, 10, 255, 0, 2};

    frame_fill(packet, len, (unsigned)len);
    packet[0] = 0x45;
    packet[9] = TCP;
    memcpy(packet + 12, addresses, 8);
    put16(packet + 10, 0);
    put16(packet + 10, checksum(sum_words(packet, 20, 0)));
    put16(packet + 36, 0);
    put16(packet + 36, ipv4_checksum(packet, len));
}

/* A datagram from fd00::1 to fd00::2; the checksum of UDP is 6 bytes into its header. */
static void make_ipv6(uint8_t *packet, size_t len)
{
    frame_fill(packet, len, (unsigned)len);
    packet[0] = 0x60;
    packet[6] = UDP;
    memset(packet + 8, 0, 32);
    packet[8] = packet[24] = 0xFD;
    packet[23] = 1;
    packet[39] = 2;
    put16(packet + 46, 0);
    put16(packet + 46, ipv6_checksum(packet, len));
}

static int send_cut(const uint8_t *packet, size_t len, size_t pattern)
{
    static struct cut cut;

    cut_make(&cut, len, pattern);
    cut_set(&cut, packet);
    return drv->ops->send(drv, cut.pieces, cut.n);
}

/* ---- Tests ------------------------------------------------------------------------------------- */

static void is_a_device_for_ip_packets(void **state)
{
    (void)state;
    assert_int_equal(drv->kind, DRV_IP);
    assert_int_equal(drv->mtu, LOOPBACK_MTU);
    assert_int_equal(drv->ops->pending(drv), 0);
}

static void an_ipv4_packet_comes_back_with_addresses_swapped_and_checksums_right(void **state)
{
    static const uint8_t swapped[8] = {10, 255, 0, 2, 10, 255, 0, 1};
    uint8_t packet[101];
    struct drv_piece piece = {packet, sizeof(packet)};

    (void)state;
    make_ipv4(packet, sizeof(packet));
    assert_int_equal(drv->ops->send(drv, &piece, 1), 0);
    memset(packet, 0, sizeof(packet));
    assert_int_equal(drv->ops->pending(drv), sizeof(packet));
    drv->ops->receive(drv, &piece, 1);
    assert_memory_equal(packet + 12, swapped, 8);
    assert_int_equal(checksum(sum_words(packet, 20, 0)), 0);
    assert_int_equal(ipv4_checksum(packet, sizeof(packet)), 0);
    assert_int_equal(drv->ops->pending(drv), 0);
}

static void an_ipv6_packet_comes_back_with_addresses_swapped_and_checksum_right(void **state)
{
    uint8_t packet[90];
    struct drv_piece piece = {packet, sizeof(packet)};

    (void)state;
    make_ipv6(packet, sizeof(packet));
    assert_int_equal(drv->ops->send(drv, &piece, 1), 0);
    memset(packet, 0, sizeof(packet));
    assert_int_equal(drv->ops->pending(drv), sizeof(packet));
    drv->ops->receive(drv, &piece, 1);
    assert_int_equal(packet[23], 2);
    assert_int_equal(packet[39], 1);
    assert_int_equal(ipv6_checksum(packet, sizeof(packet)), 0);
}

static void packets_may_be_in_pieces_of_any_length(void **state)
{
    uint8_t packet[LOOPBACK_MTU];
    uint8_t expected[LOOPBACK_MTU];
    static struct cut cut;

    (void)state;
    make_ipv4(packet, sizeof(packet));
    memcpy(expected, packet, sizeof(packet));
    memcpy(expected + 12, packet + 16, 4);
    memcpy(expected + 16, packet + 12, 4);
    for (size_t pattern = 0; pattern < CUT_PATTERNS; pattern++) {
        assert_int_equal(send_cut(packet, sizeof(packet), pattern), 0);
        cut_make(&cut, sizeof(packet), CUT_PATTERNS - 1 - pattern);
        assert_int_equal(drv->ops->pending(drv), sizeof(packet));
        drv->ops->receive(drv, cut.pieces, cut.n);
        cut_expect(&cut, expected);
    }
}

static void packets_come_back_in_their_order_round_and_round(void **state)
{
    uint8_t packet[LOOPBACK_MTU];

    (void)state;
    for (size_t i = 0; i < LOOPBACK_FRAMES * 3 + 1; i++) {
        make_ipv4(packet, 60 + i);
        assert_int_equal(send_cut(packet, 60 + i, 9), 0);
        if (i > 0) {
            assert_int_equal(drv->ops->pending(drv), 59 + i);
            drv->ops->discard(drv);
        }
    }
}

static void a_full_ring_refuses_and_takes_again_when_there_is_room(void **state)
{
    uint8_t packet[80];

    (void)state;
    make_ipv4(packet, sizeof(packet));
    for (unsigned i = 0; i < LOOPBACK_FRAMES; i++) {
        assert_int_equal(send_cut(packet, 60 + i % 20, 0), 0);
    }
    assert_int_equal(send_cut(packet, 80, 0), -1);
    assert_int_equal(drv->ops->pending(drv), 60);
    drv->ops->discard(drv);
    assert_int_equal(send_cut(packet, 80, 0), 0);
    assert_int_equal(send_cut(packet, 80, 0), -1);
    assert_int_equal(drv->ops->pending(drv), 61);
}

static void what_is_no_ip_packet_is_refused(void **state)
{
    uint8_t packet[LOOPBACK_MTU + 1];

    (void)state;
    make_ipv4(packet, sizeof(packet));
    assert_int_equal(send_cut(packet, LOOPBACK_MTU + 1, 9), -1);
    assert_int_equal(send_cut(packet, 19, 0), -1);
    assert_int_equal(drv->ops->send(drv, NULL, 0), -1);
    packet[0] = 0x60;
    assert_int_equal(send_cut(packet, 39, 0), -1);
    packet[0] = 0x55;
    assert_int_equal(send_cut(packet, 100, 0), -1);
    assert_int_equal(drv->ops->pending(drv), 0);
}

#define TEST(name) cmocka_unit_test_setup(name, set_up)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(is_a_device_for_ip_packets),
        TEST(an_ipv4_packet_comes_back_with_addresses_swapped_and_checksums_right),
        TEST(an_ipv6_packet_comes_back_with_addresses_swapped_and_checksum_right),
        TEST(packets_may_be_in_pieces_of_any_length),
        TEST(packets_come_back_in_their_order_round_and_round),
        TEST(a_full_ring_refuses_and_takes_again_when_there_is_room),
        TEST(what_is_no_ip_packet_is_refused),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
