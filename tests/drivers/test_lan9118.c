/*
 * test_lan9118.c: the LAN9118 driver on a model of the chip. The driver's source is part of this
 * file, under other names, because its way to the registers is chosen when it is compiled.
 */
#define LAN9118_IO_HEADER  "lan9118_model.h"
#define lan9118_open       modelled_open
#define lan9118_irq_arm    modelled_irq_arm
#define lan9118_irq_disarm modelled_irq_disarm
#include "lan9118.c"

#include "cut.h"

#define INT_EN_OF(model)  ((model)->regs[INT_EN / 4])
#define INT_STS_OF(model) ((model)->regs[INT_STS / 4])

static struct model model;
static struct lan9118 chip;
static struct drv *const drv = &chip.drv;

static int set_up(void **state)
{
    (void)state;
    model_init(&model);
    assert_int_equal(lan9118_open(&chip, (uintptr_t)&model, NULL), 0);
    return 0;
}

/* Everything that has arrived was taken out of the FIFOs, to the word. */
static void expect_empty(void)
{
    assert_int_equal(drv->ops->pending(drv), 0);
    assert_int_equal(model_rx_fifo_inf(&model), 0);
}

static void receive_and_expect(const uint8_t *frame, size_t len, size_t pattern)
{
    static struct cut cut;

    assert_int_equal(drv->ops->pending(drv), len);
    cut_make(&cut, len, pattern);
    drv->ops->receive(drv, cut.pieces, cut.n);
    cut_expect(&cut, frame);
}

/* ---- Opening ----------------------------------------------------------------------------------- */

static void uses_the_address_that_the_chip_holds(void **state)
{
    static const uint8_t mac[6] = {0x52, 0x54, 0x00, 0x12, 0x34, 0x56};

    (void)state;
    assert_memory_equal(chip.drv.mac, mac, 6);
    assert_int_equal(chip.drv.kind, DRV_ETHERNET);
    assert_int_equal(chip.drv.mtu, 1500);
}

static void gives_the_chip_the_address_of_the_caller(void **state)
{
    static const uint8_t mac[6] = {0x02, 0xA1, 0xB2, 0xC3, 0xD4, 0xE5};

    (void)state;
    assert_int_equal(lan9118_open(&chip, (uintptr_t)&model, mac), 0);
    assert_memory_equal(chip.drv.mac, mac, 6);
    assert_int_equal(model.mac[MAC_ADDRL], 0xC3B2A102);
    assert_int_equal(model.mac[MAC_ADDRH], 0xE5D4);
}

static void says_when_there_is_no_chip(void **state)
{
    (void)state;
    model.byte_test = 0xFFFFFFFF;
    assert_int_equal(lan9118_open(&chip, (uintptr_t)&model, NULL), LAN9118_NO_CHIP);
}

static void says_when_the_chip_does_not_come_out_of_reset(void **state)
{
    (void)state;
    model.regs[PMT_CTRL / 4] = 0;
    assert_int_equal(lan9118_open(&chip, (uintptr_t)&model, NULL), LAN9118_NO_CHIP);
}

static void says_when_there_is_no_address(void **state)
{
    (void)state;
    model.mac[MAC_ADDRL] = 0xFFFFFFFF;
    model.mac[MAC_ADDRH] = 0xFFFF;
    assert_int_equal(lan9118_open(&chip, (uintptr_t)&model, NULL), LAN9118_NO_ADDRESS);
}

static void the_mac_and_the_phy_agree_on_the_duplex(void **state)
{
    (void)state;
    assert_int_equal(model.phy[PHY_ADVERTISE], PHY_FULL_DUPLEX);
    assert_int_equal(model.phy[PHY_CONTROL], PHY_NEGOTIATE_AGAIN);
    assert_int_equal(model.mac[MAC_CR], MAC_CR_FULL_DUPLEX | MAC_CR_ALL_MULTICAST |
                                            MAC_CR_TX_ENABLE | MAC_CR_RX_ENABLE);
}

/* ---- Receiving --------------------------------------------------------------------------------- */

static void frames_of_any_length_arrive_in_pieces_of_any_length(void **state)
{
    static const size_t long_ones[] = {1513, DRV_MAX_FRAME};
    uint8_t frame[DRV_MAX_FRAME];

    (void)state;
    for (size_t pattern = 0; pattern < CUT_PATTERNS; pattern++) {
        for (size_t i = 0; i < 82; i++) {
            size_t len = i < 80 ? 14 + i : long_ones[i - 80];

            model.rx_data_first = model.rx_data_end = 0;
            model.rx_status_first = model.rx_status_end = 0;
            frame_fill(frame, len, (unsigned)i);
            model_arrive(&model, frame, len, 0);
            receive_and_expect(frame, len, pattern);
            expect_empty();
        }
    }
}

static void frames_that_wait_together_are_kept_apart(void **state)
{
    uint8_t frames[4][99];

    (void)state;
    for (unsigned i = 0; i < 4; i++) {
        frame_fill(frames[i], sizeof(frames[i]), i * 31);
        model_arrive(&model, frames[i], 60 + 13 * i, 0);
    }
    receive_and_expect(frames[0], 60, 0);
    receive_and_expect(frames[1], 73, 5);
    drv->ops->pending(drv);
    drv->ops->discard(drv);
    receive_and_expect(frames[3], 99, 2);
    expect_empty();
}

static void looking_twice_takes_nothing(void **state)
{
    uint8_t frame[64];

    (void)state;
    frame_fill(frame, sizeof(frame), 1);
    model_arrive(&model, frame, sizeof(frame), 0);
    assert_int_equal(drv->ops->pending(drv), 64);
    receive_and_expect(frame, 64, 0);
    expect_empty();
}

static void the_pieces_may_have_more_room_than_the_frame(void **state)
{
    uint8_t frame[61];
    static struct cut cut;

    (void)state;
    frame_fill(frame, sizeof(frame), 1);
    model_arrive(&model, frame, sizeof(frame), 0);
    cut_make(&cut, 100, 4);
    assert_int_equal(drv->ops->pending(drv), 61);
    drv->ops->receive(drv, cut.pieces, cut.n);
    assert_memory_equal(cut.pieces[0].data, frame, 5);
    assert_memory_equal(cut.pieces[12].data, frame + 60, 1);
    assert_int_equal(((uint8_t *)cut.pieces[12].data)[1], CUT_GUARD);
    expect_empty();
}

static void a_frame_with_an_error_is_passed_over(void **state)
{
    uint8_t bad[70];
    uint8_t good[64];

    (void)state;
    frame_fill(bad, sizeof(bad), 1);
    frame_fill(good, sizeof(good), 2);
    model_arrive(&model, bad, sizeof(bad), RX_STATUS_ERROR | 2);
    model_arrive(&model, good, sizeof(good), 0);
    model_arrive(&model, bad, sizeof(bad), RX_STATUS_ERROR);
    receive_and_expect(good, sizeof(good), 2);
    expect_empty();
}

static void frames_too_long_and_too_short_are_passed_over(void **state)
{
    uint8_t frame[DRV_MAX_FRAME + 4];

    (void)state;
    frame_fill(frame, sizeof(frame), 3);
    model_arrive(&model, frame, DRV_MAX_FRAME + 4, 0);
    model_arrive(&model, frame, DRV_MAX_FRAME + 1, 0);
    model_arrive(&model, frame, 13, 0);
    model_arrive(&model, frame, 0, 0);
    model_arrive(&model, frame, DRV_MAX_FRAME, 0);
    receive_and_expect(frame, DRV_MAX_FRAME, 9);
    expect_empty();
}

/* ---- Sending ----------------------------------------------------------------------------------- */

static void send_and_expect(const uint8_t *frame, size_t len, size_t pattern)
{
    static struct cut cut;
    unsigned sent = model.tx_sent;
    uint32_t words = (uint32_t)(len + 3) / 4 + 2;

    model.tx_free = 4608;
    cut_make(&cut, len, pattern);
    cut_set(&cut, frame);
    assert_int_equal(drv->ops->send(drv, cut.pieces, cut.n), 0);
    assert_int_equal(model.tx_sent, sent + 1);
    assert_int_equal(model.tx_len, len);
    assert_memory_equal(model.tx_frame, frame, len);
    assert_int_equal(model.tx_free, 4608 - 4 * words);
}

static void frames_of_any_length_are_sent_from_pieces_of_any_length(void **state)
{
    uint8_t frame[DRV_MAX_FRAME];

    (void)state;
    for (size_t pattern = 0; pattern < CUT_PATTERNS; pattern++) {
        for (size_t len = 14; len < 100; len++) {
            frame_fill(frame, len, (unsigned)len);
            send_and_expect(frame, len, pattern);
        }
        frame_fill(frame, sizeof(frame), 5);
        send_and_expect(frame, sizeof(frame), pattern);
    }
}

static void expect_not_sent(size_t len)
{
    static struct cut cut;
    uint32_t room = model.tx_free;

    cut_make(&cut, len, 8);
    assert_int_equal(drv->ops->send(drv, cut.pieces, cut.n), -1);
    assert_int_equal(model.tx_free, room);
    assert_int_equal(model.tx_sent, 0);
}

static void a_frame_for_which_there_is_no_room_is_not_begun(void **state)
{
    uint8_t frame[64];

    (void)state;
    model.tx_free = 71;
    expect_not_sent(64);
    expect_not_sent(61); /* the last word is written whole */
    model.tx_free = 0;
    expect_not_sent(64);
    frame_fill(frame, sizeof(frame), 5);
    send_and_expect(frame, sizeof(frame), 0);
}

static void what_is_no_frame_is_not_sent(void **state)
{
    (void)state;
    expect_not_sent(0);
    expect_not_sent(13);
    expect_not_sent(DRV_MAX_FRAME + 1);
}

/* ---- Interrupt --------------------------------------------------------------------------------- */

static void arming_enables_the_interrupt_and_forgets_an_old_one(void **state)
{
    (void)state;
    assert_int_equal(INT_EN_OF(&model), 0);
    INT_STS_OF(&model) = INT_RX_STATUS_LEVEL;
    assert_false(lan9118_irq_arm(&chip));
    assert_int_equal(INT_STS_OF(&model), 0);
    assert_int_equal(INT_EN_OF(&model), INT_RX_STATUS_LEVEL);
    lan9118_irq_disarm(&chip);
    assert_int_equal(INT_EN_OF(&model), 0);
}

static void arming_tells_of_a_frame_that_waits(void **state)
{
    uint8_t frame[64];

    (void)state;
    frame_fill(frame, sizeof(frame), 1);
    model_arrive(&model, frame, sizeof(frame), 0);
    assert_true(lan9118_irq_arm(&chip));
    drv->ops->pending(drv);
    assert_true(lan9118_irq_arm(&chip));
    drv->ops->discard(drv);
    assert_false(lan9118_irq_arm(&chip));
}

#define TEST(name) cmocka_unit_test_setup(name, set_up)

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(uses_the_address_that_the_chip_holds),
        TEST(gives_the_chip_the_address_of_the_caller),
        TEST(says_when_there_is_no_chip),
        TEST(says_when_the_chip_does_not_come_out_of_reset),
        TEST(says_when_there_is_no_address),
        TEST(the_mac_and_the_phy_agree_on_the_duplex),
        TEST(frames_of_any_length_arrive_in_pieces_of_any_length),
        TEST(frames_that_wait_together_are_kept_apart),
        TEST(looking_twice_takes_nothing),
        TEST(the_pieces_may_have_more_room_than_the_frame),
        TEST(a_frame_with_an_error_is_passed_over),
        TEST(frames_too_long_and_too_short_are_passed_over),
        TEST(frames_of_any_length_are_sent_from_pieces_of_any_length),
        TEST(a_frame_for_which_there_is_no_room_is_not_begun),
        TEST(what_is_no_frame_is_not_sent),
        TEST(arming_enables_the_interrupt_and_forgets_an_old_one),
        TEST(arming_tells_of_a_frame_that_waits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
