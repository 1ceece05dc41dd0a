/*
 * test_virtio_mmio.c: the virtio transport over registers in memory, on a model of these.
 */
#define VIRTIO_MMIO_IO_HEADER "virtio_mmio_model.h"
#include "virtio_mmio.c"

static struct mmio_model model;
static struct virtio_mmio transport;
static struct virtio *const virtio = &transport.virtio;

static _Alignas(VIRTIO_ALIGN) uint16_t memory[256];
static const struct virtio_queue_place place = {16, (struct virtio_desc *)memory, memory + 128,
                                                memory + 192};

static void start(uint32_t version)
{
    memset(&model, 0, sizeof(model));
    model.magic = 0x74726976;
    model.version = version;
    model.device = 1;
    model.queue_max = 1024;
    assert_int_equal(virtio_mmio_open(&transport, (uintptr_t)&model, VIRTIO_ID_NET), 0);
}

static void says_when_there_is_no_such_device(void **state)
{
    (void)state;
    for (int i = 0; i < 3; i++) {
        start(2);
        model.magic = i == 0 ? 0 : model.magic;
        model.device = i == 1 ? 0 : model.device; /* an empty place */
        model.version = i == 2 ? 3 : model.version;
        assert_int_equal(virtio_mmio_open(&transport, (uintptr_t)&model, VIRTIO_ID_NET),
                         VIRTIO_NO_DEVICE);
    }
}

static void tells_the_versions_apart(void **state)
{
    (void)state;
    start(1);
    assert_true(virtio->legacy);
    start(2);
    assert_false(virtio->legacy);
}

static void features_have_two_words(void **state)
{
    (void)state;
    start(2);
    model.features[0] = 0x12345678;
    model.features[1] = 0x9ABCDEF0;
    assert_int_equal(virtio->ops->features(virtio, 0), 0x12345678);
    assert_int_equal(virtio->ops->features(virtio, 1), 0x9ABCDEF0);
    virtio->ops->features_set(virtio, 1, 5);
    virtio->ops->features_set(virtio, 0, 7);
    assert_int_equal(model.accepted[0], 7);
    assert_int_equal(model.accepted[1], 5);
}

static void expect_address(unsigned offset, const void *want)
{
    uint64_t low = model.queues[1][offset / 4];
    uint64_t high = model.queues[1][offset / 4 + 1];

    assert_int_equal(high << 32 | low, (uintptr_t)want);
}

static void a_queue_has_three_addresses(void **state)
{
    (void)state;
    start(2);
    assert_int_equal(virtio->ops->queue_max(virtio, 1), 1024);
    virtio->ops->queue_set(virtio, 1, &place);
    expect_address(0x80, memory);
    expect_address(0x90, memory + 128);
    expect_address(0xa0, memory + 192);
    assert_int_equal(model.queues[1][0x38 / 4], 16);
    assert_int_equal(model.queues[1][0x44 / 4], 1);
    assert_int_equal(model.queues[0][0x44 / 4], 0);
}

static void a_legacy_queue_has_one_page(void **state)
{
    (void)state;
    start(1);
    virtio->ops->queue_set(virtio, 1, &place);
    assert_int_equal(model.page_size, VIRTIO_ALIGN);
    assert_int_equal(model.queues[1][0x3c / 4], VIRTIO_ALIGN);
    assert_int_equal(model.queues[1][0x40 / 4], (uint32_t)((uintptr_t)memory / VIRTIO_ALIGN));
}

static void a_queue_that_is_longer_than_can_be_told_is_long(void **state)
{
    (void)state;
    start(2);
    model.queue_max = 0x10000;
    assert_int_equal(virtio->ops->queue_max(virtio, 0), UINT16_MAX);
}

static void the_rest_is_a_register_each(void **state)
{
    (void)state;
    start(2);
    virtio->ops->status_set(virtio, VIRTIO_DRIVER);
    assert_int_equal(virtio->ops->status(virtio), VIRTIO_DRIVER);
    virtio->ops->notify(virtio, 1);
    assert_int_equal(model.notified, 1);
    model.config[3] = 0x5A;
    assert_int_equal(virtio->ops->config(virtio, 3), 0x5A);
    model.interrupt = 3;
    virtio->ops->irq_acknowledge(virtio);
    assert_int_equal(model.interrupt, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(says_when_there_is_no_such_device),
        cmocka_unit_test(tells_the_versions_apart),
        cmocka_unit_test(features_have_two_words),
        cmocka_unit_test(a_queue_has_three_addresses),
        cmocka_unit_test(a_legacy_queue_has_one_page),
        cmocka_unit_test(a_queue_that_is_longer_than_can_be_told_is_long),
        cmocka_unit_test(the_rest_is_a_register_each),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
