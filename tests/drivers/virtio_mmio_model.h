/*
 * virtio_mmio_model.h: the registers of a virtio device in memory (VIRTIO 1.2, 4.2.2 and 4.2.4): they
 * keep what is written, those of a queue for each queue. A register that there is none of fails the
 * test, and so does one of the other version.
 */
#ifndef VIRTIO_MMIO_MODEL_H
#define VIRTIO_MMIO_MODEL_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>

#include <cmocka.h>

struct mmio_model {
    uint32_t magic, version, device;
    uint32_t features[2], accepted[2];
    uint32_t features_select, accepted_select;
    uint32_t page_size;
    uint32_t queue, queue_max;
    uint32_t queues[2][64]; /* by offset / 4 */
    uint32_t notified;
    uint32_t interrupt;
    uint32_t status;
    uint8_t config[8];
};

static inline uint32_t io_read(uintptr_t base, unsigned offset)
{
    struct mmio_model *model = (struct mmio_model *)base;

    switch (offset) {
    case 0x000:
        return model->magic;
    case 0x004:
        return model->version;
    case 0x008:
        return model->device;
    case 0x010:
        return model->features[model->features_select];
    case 0x034:
        return model->queue_max;
    case 0x060:
        return model->interrupt;
    case 0x070:
        return model->status;
    default:
        fail_msg("read of 0x%03x", offset);
        return 0;
    }
}

static inline uint8_t io_read8(uintptr_t base, unsigned offset)
{
    assert_in_range(offset, 0x100, 0x107);
    return ((struct mmio_model *)base)->config[offset - 0x100];
}

static inline void write_queue(struct mmio_model *model, unsigned offset, uint32_t value)
{
    switch (offset) {
    case 0x03c: /* legacy devices alone have these */
    case 0x040:
        assert_int_equal(model->version, 1);
        break;
    case 0x044: /* and only others these */
    case 0x080:
    case 0x084:
    case 0x090:
    case 0x094:
    case 0x0a0:
    case 0x0a4:
        assert_int_equal(model->version, 2);
        break;
    case 0x038:
        break;
    default:
        fail_msg("write of 0x%03x", offset);
    }
    model->queues[model->queue][offset / 4] = value;
}

static inline void io_write(uintptr_t base, unsigned offset, uint32_t value)
{
    struct mmio_model *model = (struct mmio_model *)base;

    switch (offset) {
    case 0x014:
        model->features_select = value;
        return;
    case 0x020:
        model->accepted[model->accepted_select] = value;
        return;
    case 0x024:
        model->accepted_select = value;
        return;
    case 0x028:
        model->page_size = value;
        return;
    case 0x030:
        model->queue = value;
        return;
    case 0x050:
        model->notified = value;
        return;
    case 0x064:
        model->interrupt &= ~value;
        return;
    case 0x070:
        model->status = value;
        return;
    default:
        write_queue(model, offset, value);
    }
}

#endif
