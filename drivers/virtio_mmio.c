/*
 * virtio_mmio.c: virtio over registers in memory. The two versions differ in how a queue is
 * announced, and in nothing else that we use.
 */
#include "virtio_mmio.h"

#include <string.h>

/* Registers: offsets from the base address [4.2.2, 4.2.4]. */
enum {
    MAGIC = 0x000,
    VERSION = 0x004,
    DEVICE_ID = 0x008,
    DEVICE_FEATURES = 0x010,
    DEVICE_FEATURES_SELECT = 0x014,
    DRIVER_FEATURES = 0x020,
    DRIVER_FEATURES_SELECT = 0x024,
    LEGACY_PAGE_SIZE = 0x028,
    QUEUE_SELECT = 0x030,
    QUEUE_SIZE_MAX = 0x034,
    QUEUE_SIZE = 0x038,
    LEGACY_QUEUE_ALIGN = 0x03c,
    LEGACY_QUEUE_PAGE = 0x040,
    QUEUE_READY = 0x044,
    QUEUE_NOTIFY = 0x050,
    INTERRUPT_STATUS = 0x060,
    INTERRUPT_ACKNOWLEDGE = 0x064,
    STATUS = 0x070,
    QUEUE_DESC = 0x080,
    QUEUE_AVAIL = 0x090,
    QUEUE_USED = 0x0a0,
    CONFIG = 0x100
};

#define MAGIC_VALUE 0x74726976u

enum { VERSION_LEGACY = 1, VERSION_MODERN = 2 };

/* The model in a test comes in as a header. */
#ifdef VIRTIO_MMIO_IO_HEADER
#include VIRTIO_MMIO_IO_HEADER
#else

static inline uint32_t io_read(uintptr_t base, unsigned offset)
{
    return *(volatile uint32_t *)(base + offset);
}

static inline uint8_t io_read8(uintptr_t base, unsigned offset)
{
    return *(volatile uint8_t *)(base + offset);
}

static inline void io_write(uintptr_t base, unsigned offset, uint32_t value)
{
    *(volatile uint32_t *)(base + offset) = value;
}

#endif

static uintptr_t base_of(struct virtio *virtio)
{
    return ((struct virtio_mmio *)virtio)->base;
}

static uint32_t mmio_features(struct virtio *virtio, unsigned word)
{
    io_write(base_of(virtio), DEVICE_FEATURES_SELECT, word);
    return io_read(base_of(virtio), DEVICE_FEATURES);
}

static void mmio_features_set(struct virtio *virtio, unsigned word, uint32_t bits)
{
    io_write(base_of(virtio), DRIVER_FEATURES_SELECT, word);
    io_write(base_of(virtio), DRIVER_FEATURES, bits);
}

static uint8_t mmio_status(struct virtio *virtio)
{
    return (uint8_t)io_read(base_of(virtio), STATUS);
}

static void mmio_status_set(struct virtio *virtio, uint8_t status)
{
    io_write(base_of(virtio), STATUS, status);
}

static uint16_t mmio_queue_max(struct virtio *virtio, uint16_t queue)
{
    uint32_t max;

    io_write(base_of(virtio), QUEUE_SELECT, queue);
    max = io_read(base_of(virtio), QUEUE_SIZE_MAX);
    return max < UINT16_MAX ? (uint16_t)max : UINT16_MAX;
}

static void write_address(uintptr_t base, unsigned offset, volatile const void *memory)
{
    uint64_t address = (uintptr_t)memory;

    io_write(base, offset, (uint32_t)address);
    io_write(base, offset + 4, (uint32_t)(address >> 32));
}

/* A legacy device counts in pages, whose size is ours to choose [4.2.4]. */
static void queue_set_legacy(uintptr_t base, const struct virtio_queue_place *place)
{
    io_write(base, LEGACY_PAGE_SIZE, VIRTIO_ALIGN);
    io_write(base, LEGACY_QUEUE_ALIGN, VIRTIO_ALIGN);
    io_write(base, LEGACY_QUEUE_PAGE, (uint32_t)((uintptr_t)place->desc / VIRTIO_ALIGN));
}

static void mmio_queue_set(struct virtio *virtio, uint16_t queue,
                           const struct virtio_queue_place *place)
{
    uintptr_t base = base_of(virtio);

    io_write(base, QUEUE_SELECT, queue);
    io_write(base, QUEUE_SIZE, place->size);
    if (virtio->legacy) {
        queue_set_legacy(base, place);
        return;
    }
    write_address(base, QUEUE_DESC, place->desc);
    write_address(base, QUEUE_AVAIL, place->avail);
    write_address(base, QUEUE_USED, place->used);
    io_write(base, QUEUE_READY, 1);
}

static void mmio_notify(struct virtio *virtio, uint16_t queue)
{
    io_write(base_of(virtio), QUEUE_NOTIFY, queue);
}

static uint8_t mmio_config(struct virtio *virtio, unsigned offset)
{
    return io_read8(base_of(virtio), CONFIG + offset);
}

static void mmio_irq_acknowledge(struct virtio *virtio)
{
    uintptr_t base = base_of(virtio);

    io_write(base, INTERRUPT_ACKNOWLEDGE, io_read(base, INTERRUPT_STATUS));
}

static const struct virtio_ops mmio_ops = {
    mmio_features,  mmio_features_set, mmio_status, mmio_status_set,     mmio_queue_max,
    mmio_queue_set, mmio_notify,       mmio_config, mmio_irq_acknowledge};

int virtio_mmio_open(struct virtio_mmio *self, uintptr_t base, enum virtio_id id)
{
    uint32_t version;

    memset(self, 0, sizeof(*self));
    if (io_read(base, MAGIC) != MAGIC_VALUE || io_read(base, DEVICE_ID) != (uint32_t)id) {
        return VIRTIO_NO_DEVICE;
    }
    version = io_read(base, VERSION);
    if (version != VERSION_LEGACY && version != VERSION_MODERN) {
        return VIRTIO_NO_DEVICE;
    }
    self->base = base;
    self->virtio.ops = &mmio_ops;
    self->virtio.legacy = version == VERSION_LEGACY;
    return 0;
}
