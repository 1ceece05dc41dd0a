/*
 * lan9118_model.h: the LAN9118 at the level of its registers, as the data sheet tells it, for the
 * driver in a test: FIFOs that lose a word with each read, bits that stay busy for a while. What a
 * driver must not do (read an empty FIFO, write a full one, touch a register that is none) fails
 * the test.
 */
#ifndef LAN9118_MODEL_H
#define LAN9118_MODEL_H

#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <setjmp.h>
#include <string.h>

#include <cmocka.h>

#define MODEL_WORDS  4096
#define MODEL_FRAMES 32

/* Looks at a busy bit before it is clear. */
#define MODEL_BUSY_READS 3

struct model {
    uint32_t byte_test;
    uint32_t regs[64]; /* those that only keep what is written, by offset / 4 */
    int busy;          /* looks left until a busy bit is clear */

    uint32_t mac[16];
    uint32_t phy[32];

    uint32_t rx_data[MODEL_WORDS];
    size_t rx_data_first, rx_data_end;
    uint32_t rx_status[MODEL_FRAMES];
    size_t rx_status_first, rx_status_end;

    uint32_t tx_free; /* bytes */
    uint32_t tx_command_a, tx_command_b;
    unsigned tx_words; /* of the frame that is being written, commands included */
    uint8_t tx_frame[2048];
    size_t tx_len;    /* of the last whole frame */
    unsigned tx_sent; /* whole frames */
};

static inline void model_init(struct model *model)
{
    memset(model, 0, sizeof(*model));
    model->byte_test = 0x87654321;
    model->regs[0x84 / 4] = 1; /* ready */
    model->mac[2] = 0x5634;
    model->mac[3] = 0x12005452;
    model->tx_free = 4608;
}

/* Has a frame arrive: status bits beside the length, and len bytes with a check sequence behind. */
static inline void model_arrive(struct model *model, const uint8_t *frame, size_t len,
                                uint32_t bits)
{
    uint8_t bytes[MODEL_WORDS];
    size_t words = (len + 4 + 3) / 4;

    memset(bytes, 0xFC, sizeof(bytes));
    memcpy(bytes, frame, len);
    for (size_t i = 0; i < words; i++) {
        model->rx_data[model->rx_data_end++] = bytes[4 * i] | (uint32_t)bytes[4 * i + 1] << 8 |
                                               (uint32_t)bytes[4 * i + 2] << 16 |
                                               (uint32_t)bytes[4 * i + 3] << 24;
    }
    model->rx_status[model->rx_status_end++] = (uint32_t)(len + 4) << 16 | bits;
}

static inline uint32_t model_rx_fifo_inf(const struct model *model)
{
    return (uint32_t)(model->rx_status_end - model->rx_status_first) << 16 |
           (uint32_t)(model->rx_data_end - model->rx_data_first) * 4;
}

static inline uint32_t model_when_busy(struct model *model, uint32_t value, uint32_t busy_bit)
{
    if (model->busy > 0) {
        model->busy--;
        return value | busy_bit;
    }
    return value & ~busy_bit;
}

static inline uint32_t io_read(uintptr_t base, unsigned offset)
{
    struct model *model = (struct model *)base;

    switch (offset) {
    case 0x00:
        assert_true(model->rx_data_first < model->rx_data_end);
        return model->rx_data[model->rx_data_first++];
    case 0x40:
        assert_true(model->rx_status_first < model->rx_status_end);
        return model->rx_status[model->rx_status_first++];
    case 0x64:
        return model->byte_test;
    case 0x74:
        return model_when_busy(model, model->regs[offset / 4], 1u);
    case 0x7c:
        return model_rx_fifo_inf(model);
    case 0x80:
        return model->tx_free;
    case 0xa4:
    case 0xb0:
        return model_when_busy(model, model->regs[offset / 4], 1u << 31);
    case 0x58:
    case 0x5c:
    case 0x84:
    case 0xa8:
        return model->regs[offset / 4];
    default:
        fail_msg("read of 0x%02x", offset);
        return 0;
    }
}

/* A word of the frame behind the two commands. */
static inline void model_send_data(struct model *model, uint32_t word)
{
    size_t len = model->tx_command_a & 0x7ff;
    size_t at = (model->tx_words - 2) * 4;

    for (size_t i = at; i < len && i < at + 4; i++) {
        model->tx_frame[i] = (uint8_t)(word >> (8 * (i - at)));
    }
    if (at + 4 >= len) {
        model->tx_len = len;
        model->tx_sent++;
    }
}

static inline void model_send_word(struct model *model, uint32_t word)
{
    assert_true(model->tx_free >= 4);
    model->tx_free -= 4;
    if (model->tx_words == 0) {
        assert_int_equal(word & ~0x7ffu, 1u << 13 | 1u << 12); /* first and last segment */
        model->tx_command_a = word;
    } else if (model->tx_words == 1) {
        assert_int_equal(word & 0x7ff, model->tx_command_a & 0x7ff);
        model->tx_command_b = word;
    } else {
        unsigned sent = model->tx_sent;

        model_send_data(model, word);
        if (model->tx_sent != sent) {
            model->tx_words = 0;
            return;
        }
    }
    model->tx_words++;
}

/* MII: a write to the PHY through two registers of the MAC. */
static inline void model_mac_write(struct model *model, uint32_t reg, uint32_t value)
{
    model->mac[reg] = value;
    if (reg == 6) {
        assert_int_equal(value >> 11, 1); /* the PHY's address */
        if ((value & 2) != 0) {
            model->phy[value >> 6 & 31] = model->mac[7];
        }
        model->mac[6] &= ~1u;
    }
}

static inline void model_mac_command(struct model *model, uint32_t command)
{
    uint32_t reg = command & 15;

    assert_true((command & 1u << 31) != 0);
    model->busy = MODEL_BUSY_READS;
    if ((command & 1u << 30) != 0) {
        model->regs[0xa8 / 4] = model->mac[reg];
    } else {
        model_mac_write(model, reg, model->regs[0xa8 / 4]);
    }
}

static inline void io_write(uintptr_t base, unsigned offset, uint32_t value)
{
    struct model *model = (struct model *)base;

    switch (offset) {
    case 0x20:
        model_send_word(model, value);
        return;
    case 0x58:
        model->regs[offset / 4] &= ~value;
        return;
    case 0x74:
        model->busy = (value & 1) != 0 ? MODEL_BUSY_READS : 0;
        model->regs[offset / 4] = value;
        return;
    case 0xa4:
        model_mac_command(model, value);
        model->regs[offset / 4] = value;
        return;
    case 0x54:
    case 0x5c:
    case 0x68:
    case 0x6c:
    case 0x70:
    case 0xa8:
        model->regs[offset / 4] = value;
        return;
    default:
        fail_msg("write of 0x%02x", offset);
    }
}

#endif
