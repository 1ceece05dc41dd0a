/*
 * test_virtio_net.c: the virtio network driver on a model of the device. The driver's sources are
 * part of this file, because the library for this machine is built without them.
 */
#include "virtio.c"
#include "virtio_net.c"

#include "cut.h"
#include "virtio_model.h"

static struct model model;
static struct virtio_net net;
static struct drv *const drv = &net.drv;

#define RECEIVE (&model.queues[MODEL_RECEIVE])
#define SEND    (&model.queues[MODEL_SEND])

static int set_up(void **state)
{
    (void)state;
    model_init(&model, false);
    assert_int_equal(virtio_net_open(&net, &model.virtio), 0);
    return 0;
}

static int set_up_legacy(void **state)
{
    (void)state;
    model_init(&model, true);
    assert_int_equal(virtio_net_open(&net, &model.virtio), 0);
    return 0;
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

static void uses_the_address_that_the_device_holds(void **state)
{
    (void)state;
    assert_memory_equal(net.drv.mac, model.config, 6);
    assert_int_equal(net.drv.kind, DRV_ETHERNET);
    assert_int_equal(net.drv.mtu, 1500);
}

static void takes_no_feature_but_the_address(void **state)
{
    (void)state;
    assert_int_equal(model.accepted[0], FEATURE_MAC);
    assert_int_equal(model.accepted[1], VIRTIO_F_VERSION_1);
    assert_int_equal(model.status,
                     VIRTIO_ACKNOWLEDGE | VIRTIO_DRIVER | VIRTIO_FEATURES_OK | VIRTIO_DRIVER_OK);
}

static void a_legacy_device_is_not_asked_about_version_1(void **state)
{
    (void)state;
    assert_int_equal(model.accepted[1], 0);
    assert_int_equal(model.status, VIRTIO_ACKNOWLEDGE | VIRTIO_DRIVER | VIRTIO_DRIVER_OK);
}

static void lends_all_buffers_for_receiving(void **state)
{
    (void)state;
    assert_int_equal(model_lent(RECEIVE), VIRTIO_NET_FRAMES);
    assert_int_equal(model_lent(SEND), 0);
    assert_true(RECEIVE->notified > 0);
}

static void expect_refused(void)
{
    assert_int_equal(virtio_net_open(&net, &model.virtio), VIRTIO_REFUSED);
    assert_int_equal(model.status & VIRTIO_DRIVER_OK, 0);
}

static void says_when_the_device_is_not_what_it_needs(void **state)
{
    (void)state;
    model_init(&model, false);
    model.features[0] &= ~FEATURE_MAC;
    expect_refused();
    model_init(&model, false);
    model.features[1] = 0;
    expect_refused();
    model_init(&model, false);
    model.refuses = true;
    expect_refused();
    model_init(&model, false);
    model.queues[MODEL_SEND].max = VIRTIO_NET_DESCS - 1;
    expect_refused();
    model_init(&model, false);
    model.queues[MODEL_RECEIVE].max = 0;
    expect_refused();
    assert_true((model.status & VIRTIO_FAILED) != 0);
}

static void says_when_the_device_does_not_come_out_of_reset(void **state)
{
    (void)state;
    model_init(&model, false);
    model.status = VIRTIO_ACKNOWLEDGE;
    model.stuck = true;
    expect_refused();
}

/* ---- Receiving --------------------------------------------------------------------------------- */

static void frames_of_any_length_arrive_in_pieces_of_any_length(void **state)
{
    uint8_t frame[DRV_MAX_FRAME];

    (void)state;
    for (size_t pattern = 0; pattern < CUT_PATTERNS; pattern++) {
        for (size_t len = 14; len < 100; len++) {
            frame_fill(frame, len, (unsigned)len);
            model_arrive(&model, frame, len);
            receive_and_expect(frame, len, pattern);
        }
        frame_fill(frame, sizeof(frame), 9);
        model_arrive(&model, frame, sizeof(frame));
        receive_and_expect(frame, sizeof(frame), pattern);
    }
    assert_int_equal(drv->ops->pending(drv), 0);
    assert_int_equal(model_lent(RECEIVE), VIRTIO_NET_FRAMES);
}

static void frames_that_wait_together_are_kept_apart(void **state)
{
    uint8_t frames[VIRTIO_NET_FRAMES][99];

    (void)state;
    for (unsigned i = 0; i < VIRTIO_NET_FRAMES; i++) {
        frame_fill(frames[i], sizeof(frames[i]), i * 31);
        model_arrive(&model, frames[i], 60 + i);
    }
    assert_int_equal(model_lent(RECEIVE), 0);
    for (unsigned i = 0; i < VIRTIO_NET_FRAMES; i++) {
        if (i == 1) {
            drv->ops->pending(drv);
            drv->ops->discard(drv);
        } else {
            receive_and_expect(frames[i], 60 + i, i % CUT_PATTERNS);
        }
    }
    assert_int_equal(model_lent(RECEIVE), VIRTIO_NET_FRAMES);
}

static void looking_twice_takes_nothing(void **state)
{
    uint8_t frame[64];

    (void)state;
    frame_fill(frame, sizeof(frame), 1);
    model_arrive(&model, frame, sizeof(frame));
    assert_int_equal(drv->ops->pending(drv), 64);
    receive_and_expect(frame, sizeof(frame), 0);
    assert_int_equal(drv->ops->pending(drv), 0);
}

static void indices_go_round_at_65536(void **state)
{
    uint8_t frame[64];

    (void)state;
    for (unsigned i = 0; i < 65536 + 100; i++) {
        struct drv_piece piece = {frame, sizeof(frame)};

        frame_fill(frame, sizeof(frame), i);
        model_arrive(&model, frame, sizeof(frame));
        assert_int_equal(drv->ops->pending(drv), sizeof(frame));
        drv->ops->discard(drv);
        assert_int_equal(drv->ops->send(drv, &piece, 1), 0);
        model_give(SEND, model_sent(&model, frame, sizeof(frame)), 0);
    }
    model_arrive(&model, frame, sizeof(frame));
    receive_and_expect(frame, sizeof(frame), 3);
}

/* The length that the device tells is neither more than it was lent nor less than a frame. */
static void lengths_that_cannot_be_are_passed_over(void **state)
{
    static const uint32_t told[] = {0,       11,        12, 12 + 13, 12 + DRV_MAX_FRAME + 1,
                                    0x10000, UINT32_MAX};
    uint8_t frame[64];

    (void)state;
    frame_fill(frame, sizeof(frame), 7);
    for (size_t i = 0; i < sizeof(told) / sizeof(told[0]); i++) {
        model_arrive_as(&model, frame, sizeof(frame), told[i]);
        assert_int_equal(drv->ops->pending(drv), 0);
        assert_int_equal(model_lent(RECEIVE), VIRTIO_NET_FRAMES);
    }
    model_arrive(&model, frame, sizeof(frame));
    receive_and_expect(frame, sizeof(frame), 0);
}

/* The same for the buffer: none of ours, in the middle of one, or not the device's at all. */
static void buffers_that_cannot_be_are_passed_over(void **state)
{
    static const uint32_t ids[] = {1, VIRTIO_NET_DESCS, VIRTIO_NET_DESCS + 1, 0x10000, UINT32_MAX};
    uint8_t frame[64];

    (void)state;
    frame_fill(frame, sizeof(frame), 7);
    for (size_t i = 0; i < sizeof(ids) / sizeof(ids[0]); i++) {
        model_give(RECEIVE, ids[i], 12 + 64);
        assert_int_equal(drv->ops->pending(drv), 0);
    }
    model_arrive(&model, frame, sizeof(frame));
    model_give(RECEIVE, 0, 12 + 64); /* the same once more */
    receive_and_expect(frame, sizeof(frame), 0);
    assert_int_equal(model_lent(RECEIVE), VIRTIO_NET_FRAMES);
}

/* ---- Sending ----------------------------------------------------------------------------------- */

static void send_and_expect(const uint8_t *frame, size_t len, size_t pattern)
{
    static struct cut cut;

    cut_make(&cut, len, pattern);
    cut_set(&cut, frame);
    assert_int_equal(drv->ops->send(drv, cut.pieces, cut.n), 0);
    memset(cut.memory, 0, sizeof(cut.memory)); /* it is the caller's again */
    model_give(SEND, model_sent(&model, frame, len), 0);
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
    assert_int_equal(model_lent(SEND), 0);
}

static void a_device_that_gives_nothing_back_is_full(void **state)
{
    uint8_t frame[64] = {0};
    struct drv_piece piece = {frame, sizeof(frame)};
    uint16_t last = 0;

    (void)state;
    for (unsigned i = 0; i < VIRTIO_NET_FRAMES; i++) {
        assert_int_equal(drv->ops->send(drv, &piece, 1), 0);
        last = model_sent(&model, frame, sizeof(frame));
    }
    assert_int_equal(drv->ops->send(drv, &piece, 1), -1);
    assert_int_equal(model_lent(SEND), 0);
    model_give(SEND, last, 0); /* any of them will do */
    assert_int_equal(drv->ops->send(drv, &piece, 1), 0);
    assert_int_equal(model_sent(&model, frame, sizeof(frame)), last);
    assert_int_equal(drv->ops->send(drv, &piece, 1), -1);
}

static void what_is_no_frame_is_not_sent(void **state)
{
    static uint8_t frame[DRV_MAX_FRAME + 1];
    static const size_t lengths[] = {0, 13, DRV_MAX_FRAME + 1};

    (void)state;
    for (size_t i = 0; i < 3; i++) {
        struct drv_piece piece = {frame, lengths[i]};

        assert_int_equal(drv->ops->send(drv, &piece, 1), -1);
    }
    assert_int_equal(model_lent(SEND), 0);
}

static void a_device_that_wants_no_notification_gets_none(void **state)
{
    uint8_t frame[64] = {0};
    struct drv_piece piece = {frame, sizeof(frame)};

    (void)state;
    SEND->place.used[0] = USED_NO_NOTIFY;
    assert_int_equal(drv->ops->send(drv, &piece, 1), 0);
    assert_int_equal(SEND->notified, 0);
    SEND->place.used[0] = 0;
    assert_int_equal(drv->ops->send(drv, &piece, 1), 0);
    assert_int_equal(SEND->notified, 1);
}

/* ---- Interrupt --------------------------------------------------------------------------------- */

static void interrupts_are_wanted_only_while_armed(void **state)
{
    (void)state;
    assert_int_equal(RECEIVE->place.avail[0], VIRTIO_AVAIL_NO_INTERRUPT);
    assert_int_equal(SEND->place.avail[0], VIRTIO_AVAIL_NO_INTERRUPT);
    assert_false(virtio_net_irq_arm(&net));
    assert_int_equal(RECEIVE->place.avail[0], 0);
    virtio_net_irq_disarm(&net);
    assert_int_equal(RECEIVE->place.avail[0], VIRTIO_AVAIL_NO_INTERRUPT);
    assert_int_equal(model.acknowledged, 1);
}

static void arming_tells_of_a_frame_that_waits(void **state)
{
    uint8_t frame[64] = {0};

    (void)state;
    model_arrive(&model, frame, sizeof(frame));
    assert_true(virtio_net_irq_arm(&net));
    drv->ops->pending(drv);
    assert_true(virtio_net_irq_arm(&net));
    drv->ops->discard(drv);
    assert_false(virtio_net_irq_arm(&net));
}

#define TEST(name) cmocka_unit_test_setup(name, set_up)
#define TEST_LEGACY(name)                                                                          \
    {                                                                                              \
        "legacy: " #name, name, set_up_legacy, NULL, NULL                                          \
    }

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(uses_the_address_that_the_device_holds),
        TEST_LEGACY(uses_the_address_that_the_device_holds),
        TEST(takes_no_feature_but_the_address),
        TEST_LEGACY(a_legacy_device_is_not_asked_about_version_1),
        TEST(lends_all_buffers_for_receiving),
        TEST(says_when_the_device_is_not_what_it_needs),
        TEST(says_when_the_device_does_not_come_out_of_reset),
        TEST(frames_of_any_length_arrive_in_pieces_of_any_length),
        TEST_LEGACY(frames_of_any_length_arrive_in_pieces_of_any_length),
        TEST(frames_that_wait_together_are_kept_apart),
        TEST(looking_twice_takes_nothing),
        TEST(indices_go_round_at_65536),
        TEST(lengths_that_cannot_be_are_passed_over),
        TEST(buffers_that_cannot_be_are_passed_over),
        TEST(frames_of_any_length_are_sent_from_pieces_of_any_length),
        TEST_LEGACY(frames_of_any_length_are_sent_from_pieces_of_any_length),
        TEST(a_device_that_gives_nothing_back_is_full),
        TEST(what_is_no_frame_is_not_sent),
        TEST(a_device_that_wants_no_notification_gets_none),
        TEST(interrupts_are_wanted_only_while_armed),
        TEST(arming_tells_of_a_frame_that_waits),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
