/*
 * virtio_pci.c: virtio over PCI. Where the registers are is told by a list of capabilities in the
 * configuration space; each has the width that it is read and written with [4.1.3.1].
 */
#include "virtio_pci.h"

#include <string.h>

/* The configuration space (PCI Local Bus Specification 3.0, 6.1). */
enum {
    PCI_ID = 0x00,
    PCI_COMMAND = 0x04, /* status in the upper half */
    PCI_BAR = 0x10,
    PCI_SUBSYSTEM = 0x2c,
    PCI_CAPABILITIES = 0x34
};

#define PCI_COMMAND_MEMORY     (1u << 1)
#define PCI_COMMAND_MASTER     (1u << 2)
#define PCI_STATUS_HAS_CAPS    (1u << 20)
#define PCI_BAR_IS_IO          1u
#define PCI_BAR_IS_64_BIT(bar) (((bar)&6u) == 4u)
#define PCI_BARS               6
#define PCI_MAX_CAPABILITIES   48 /* so many fit: a longer list goes in circles */

/* Identifiers of virtio devices: those of 1.0, and transitional ones, whose kind is in the
 * subsystem's [4.1.2]. */
#define VENDOR             0x1af4u
#define ID_MODERN          0x1040u
#define ID_TRANSITIONAL    0x1000u
#define IS_TRANSITIONAL(d) ((d) >= ID_TRANSITIONAL && (d) < ID_MODERN)

/* A capability: its number, and what it tells of [4.1.4]. */
enum { CAP_VENDOR_SPECIFIC = 0x09 };
enum { CAP_BAR = 4, CAP_OFFSET = 8, CAP_NOTIFY_MULTIPLIER = 16 };
enum { CFG_COMMON = 1, CFG_NOTIFY = 2, CFG_ISR = 3, CFG_DEVICE = 4 };

/* The common registers [4.1.4.3]. */
enum {
    DEVICE_FEATURES_SELECT = 0x00,
    DEVICE_FEATURES = 0x04,
    DRIVER_FEATURES_SELECT = 0x08,
    DRIVER_FEATURES = 0x0c,
    STATUS = 0x14,
    QUEUE_SELECT = 0x16,
    QUEUE_SIZE = 0x18,
    QUEUE_ENABLE = 0x1c,
    QUEUE_NOTIFY_OFFSET = 0x1e,
    QUEUE_DESC = 0x20,
    QUEUE_AVAIL = 0x28,
    QUEUE_USED = 0x30
};

/* The model in a test comes in as a header. */
#ifdef VIRTIO_PCI_IO_HEADER
#include VIRTIO_PCI_IO_HEADER
#else

static inline uint8_t io_read8(uintptr_t address)
{
    return *(volatile uint8_t *)address;
}

static inline uint16_t io_read16(uintptr_t address)
{
    return *(volatile uint16_t *)address;
}

static inline uint32_t io_read32(uintptr_t address)
{
    return *(volatile uint32_t *)address;
}

static inline void io_write8(uintptr_t address, uint8_t value)
{
    *(volatile uint8_t *)address = value;
}

static inline void io_write16(uintptr_t address, uint16_t value)
{
    *(volatile uint16_t *)address = value;
}

static inline void io_write32(uintptr_t address, uint32_t value)
{
    *(volatile uint32_t *)address = value;
}

#endif

/* ---- The transport --------------------------------------------------------------------------- */

static uintptr_t common_of(struct virtio *virtio)
{
    return ((struct virtio_pci *)virtio)->common;
}

static uint32_t pci_features(struct virtio *virtio, unsigned word)
{
    io_write32(common_of(virtio) + DEVICE_FEATURES_SELECT, word);
    return io_read32(common_of(virtio) + DEVICE_FEATURES);
}

static void pci_features_set(struct virtio *virtio, unsigned word, uint32_t bits)
{
    io_write32(common_of(virtio) + DRIVER_FEATURES_SELECT, word);
    io_write32(common_of(virtio) + DRIVER_FEATURES, bits);
}

static uint8_t pci_status(struct virtio *virtio)
{
    return io_read8(common_of(virtio) + STATUS);
}

static void pci_status_set(struct virtio *virtio, uint8_t status)
{
    io_write8(common_of(virtio) + STATUS, status);
}

static uint16_t pci_queue_max(struct virtio *virtio, uint16_t queue)
{
    if (queue >= VIRTIO_PCI_QUEUES) {
        return 0;
    }
    io_write16(common_of(virtio) + QUEUE_SELECT, queue);
    return io_read16(common_of(virtio) + QUEUE_SIZE);
}

static void write_address(uintptr_t reg, volatile const void *memory)
{
    uint64_t address = (uintptr_t)memory;

    io_write32(reg, (uint32_t)address);
    io_write32(reg + 4, (uint32_t)(address >> 32));
}

static void pci_queue_set(struct virtio *virtio, uint16_t queue,
                          const struct virtio_queue_place *place)
{
    struct virtio_pci *self = (struct virtio_pci *)virtio;
    uintptr_t common = self->common;

    io_write16(common + QUEUE_SELECT, queue);
    io_write16(common + QUEUE_SIZE, place->size);
    write_address(common + QUEUE_DESC, place->desc);
    write_address(common + QUEUE_AVAIL, place->avail);
    write_address(common + QUEUE_USED, place->used);
    self->notify_queue[queue] =
        self->notify + io_read16(common + QUEUE_NOTIFY_OFFSET) * self->notify_multiplier;
    io_write16(common + QUEUE_ENABLE, 1);
}

static void pci_notify(struct virtio *virtio, uint16_t queue)
{
    io_write16(((struct virtio_pci *)virtio)->notify_queue[queue], queue);
}

static uint8_t pci_config(struct virtio *virtio, unsigned offset)
{
    return io_read8(((struct virtio_pci *)virtio)->device + offset);
}

/* Reading it is enough [4.1.4.5]. */
static void pci_irq_acknowledge(struct virtio *virtio)
{
    io_read8(((struct virtio_pci *)virtio)->isr);
}

static const struct virtio_ops pci_ops = {pci_features,   pci_features_set, pci_status,
                                          pci_status_set, pci_queue_max,    pci_queue_set,
                                          pci_notify,     pci_config,       pci_irq_acknowledge};

/* ---- Finding the registers ------------------------------------------------------------------- */

/* Where a BAR (base address register) has its memory, or 0: nowhere that we can reach. */
static uintptr_t bar_address(const struct virtio_pci_config *config, uint32_t function, unsigned n)
{
    uint32_t bar = n < PCI_BARS ? config->read(function, PCI_BAR + 4 * n) : PCI_BAR_IS_IO;

    if ((bar & PCI_BAR_IS_IO) != 0 ||
        (PCI_BAR_IS_64_BIT(bar) && config->read(function, PCI_BAR + 4 * n + 4) != 0)) {
        return 0;
    }
    return bar & ~(uint32_t)0xf;
}

/* Notes where a capability of virtio's says that a part of the registers is. Of two places for one
 * part the first is the device's favourite [4.1.4.1]. */
static void note_part(struct virtio_pci *self, const struct virtio_pci_config *config,
                      uint32_t function, unsigned cap)
{
    uintptr_t *const parts[] = {NULL, &self->common, &self->notify, &self->isr, &self->device};
    unsigned type = config->read(function, cap) >> 24;
    uintptr_t bar = bar_address(config, function, config->read(function, cap + CAP_BAR) & 0xff);

    if (type < CFG_COMMON || type > CFG_DEVICE || bar == 0 || *parts[type] != 0) {
        return;
    }
    *parts[type] = bar + config->read(function, cap + CAP_OFFSET);
    if (type == CFG_NOTIFY) {
        self->notify_multiplier = config->read(function, cap + CAP_NOTIFY_MULTIPLIER);
    }
}

static bool find_parts(struct virtio_pci *self, const struct virtio_pci_config *config,
                       uint32_t function)
{
    unsigned cap = config->read(function, PCI_CAPABILITIES) & 0xfc;

    if ((config->read(function, PCI_COMMAND) & PCI_STATUS_HAS_CAPS) == 0) {
        return false;
    }
    for (int i = 0; i < PCI_MAX_CAPABILITIES && cap != 0; i++) {
        uint32_t head = config->read(function, cap);

        if ((head & 0xff) == CAP_VENDOR_SPECIFIC) {
            note_part(self, config, function, cap);
        }
        cap = head >> 8 & 0xfc;
    }
    return self->common != 0 && self->notify != 0 && self->isr != 0 && self->device != 0;
}

static bool is_device(const struct virtio_pci_config *config, uint32_t function, enum virtio_id id)
{
    uint32_t ids = config->read(function, PCI_ID);
    uint32_t device = ids >> 16;

    if ((ids & 0xffff) != VENDOR) {
        return false;
    }
    if (IS_TRANSITIONAL(device)) {
        return config->read(function, PCI_SUBSYSTEM) >> 16 == (uint32_t)id;
    }
    return device == ID_MODERN + (uint32_t)id;
}

int virtio_pci_open(struct virtio_pci *self, const struct virtio_pci_config *config,
                    uint32_t function, enum virtio_id id)
{
    uint32_t command;

    memset(self, 0, sizeof(*self));
    if (!is_device(config, function, id)) {
        return VIRTIO_NO_DEVICE;
    }
    if (!find_parts(self, config, function)) {
        return VIRTIO_REFUSED;
    }
    /* The status in the upper half is cleared by ones. */
    command = config->read(function, PCI_COMMAND) & 0xffff;
    config->write(function, PCI_COMMAND, command | PCI_COMMAND_MEMORY | PCI_COMMAND_MASTER);
    self->virtio.ops = &pci_ops;
    return 0;
}
