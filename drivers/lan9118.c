/*
 * lan9118.c: SMSC LAN9118. A frame crosses between the caller's pieces and the chip's FIFOs in one
 * pass: the FIFOs take and give 32-bit words, the pieces have any length and alignment, so bytes
 * are carried over from one piece to the next.
 *
 * Reading a status entry removes it, hence the length that is kept in the object.
 */
#include "lan9118.h"

#include <string.h>

#include "drv_pieces.h"

/* Registers: offsets from the base address. */
enum {
    RX_DATA = 0x00,
    TX_DATA = 0x20,
    RX_STATUS = 0x40,
    IRQ_CFG = 0x54,
    INT_STS = 0x58,
    INT_EN = 0x5c,
    BYTE_TEST = 0x64,
    FIFO_INT = 0x68,
    RX_CFG = 0x6c,
    TX_CFG = 0x70,
    HW_CFG = 0x74,
    RX_FIFO_INF = 0x7c,
    TX_FIFO_INF = 0x80,
    PMT_CTRL = 0x84,
    MAC_CSR_CMD = 0xa4,
    MAC_CSR_DATA = 0xa8,
    E2P_CMD = 0xb0
};

/* Registers of the MAC, reached through MAC_CSR_CMD, and of the PHY, reached through MII_ACC. */
enum { MAC_CR = 1, MAC_ADDRH = 2, MAC_ADDRL = 3, MAC_MII_ACC = 6, MAC_MII_DATA = 7 };
enum { PHY_CONTROL = 0, PHY_ADVERTISE = 4 };

#define BYTE_TEST_VALUE 0x87654321u

#define IRQ_CFG_ENABLE      (1u << 8)
#define IRQ_CFG_ACTIVE_HIGH (1u << 4)
#define IRQ_CFG_PUSH_PULL   (1u << 0)

/* A frame's status is in the FIFO: the level that FIFO_INT sets is passed. */
#define INT_RX_STATUS_LEVEL (1u << 3)

#define TX_CFG_ALLOW_STATUS_OVERRUN (1u << 2)
#define TX_CFG_ON                   (1u << 1)

#define HW_CFG_SOFT_RESET    (1u << 0)
#define HW_CFG_MUST_BE_ONE   (1u << 20)
#define HW_CFG_TX_FIFO_KB(n) ((uint32_t)(n) << 16)

#define PMT_READY    (1u << 0)
#define MAC_CSR_BUSY (1u << 31)
#define MAC_CSR_READ (1u << 30)
#define E2P_BUSY     (1u << 31)

#define MAC_CR_FULL_DUPLEX   (1u << 20)
#define MAC_CR_ALL_MULTICAST (1u << 19)
#define MAC_CR_TX_ENABLE     (1u << 3)
#define MAC_CR_RX_ENABLE     (1u << 2)

#define MII_ACC(phy_register) ((1u << 11) | ((uint32_t)(phy_register) << 6))
#define MII_WRITE             (1u << 1)
#define MII_BUSY              (1u << 0)

#define PHY_NEGOTIATE_AGAIN 0x1200u
#define PHY_FULL_DUPLEX     0x0141u /* 100 and 10 Mbit/s, IEEE 802.3 */

#define RX_STATUS_LENGTH(status) (((status) >> 16) & 0x3fffu)
#define RX_STATUS_ERROR          (1u << 15)
#define RX_STATUS_USED(inf)      (((inf) >> 16) & 0xffu)
#define TX_DATA_FREE(inf)        ((inf)&0xffffu)

#define TX_FIRST_SEGMENT (1u << 13)
#define TX_LAST_SEGMENT  (1u << 12)

#define FRAME_CHECK   4u  /* bytes that the chip leaves behind a received frame */
#define MIN_FRAME     14u /* an Ethernet header */
#define COMMAND_BYTES 8u  /* two words before each frame to be sent */

/* Looks at a register that is about to change: a chip that is in order needs far fewer. */
#define PATIENCE     100000
#define MII_PATIENCE 1000

/* Another way to the registers (a 16-bit bus, the model in a test) comes in as a header. */
#ifdef LAN9118_IO_HEADER
#include LAN9118_IO_HEADER
#else

static inline uint32_t io_read(uintptr_t base, unsigned offset)
{
    return *(volatile uint32_t *)(base + offset);
}

static inline void io_write(uintptr_t base, unsigned offset, uint32_t value)
{
    *(volatile uint32_t *)(base + offset) = value;
}

#endif

/* ---- Receiving ------------------------------------------------------------------------------- */

static void skip_words(uintptr_t base, size_t words)
{
    while (words-- > 0) {
        io_read(base, RX_DATA);
    }
}

/* The words that a frame of len bytes and its check sequence take in the receive FIFO. */
static size_t words_with_check(size_t len)
{
    return (len + FRAME_CHECK + 3) / 4;
}

/* The next status that announces a good frame: its length, or 0. Bad frames are passed over, but no
 * more of them than wait now: a chip that is gone reads as one that is full. */
static size_t next_frame(uintptr_t base)
{
    for (uint32_t used = RX_STATUS_USED(io_read(base, RX_FIFO_INF)); used > 0; used--) {
        uint32_t status = io_read(base, RX_STATUS);
        size_t len = RX_STATUS_LENGTH(status);

        if ((status & RX_STATUS_ERROR) == 0 && len >= MIN_FRAME + FRAME_CHECK &&
            len <= DRV_MAX_FRAME + FRAME_CHECK) {
            return len - FRAME_CHECK;
        }
        skip_words(base, (len + 3) / 4);
    }
    return 0;
}

static size_t lan9118_pending(struct drv *drv)
{
    struct lan9118 *self = (struct lan9118 *)drv;

    if (self->pending == 0) {
        self->pending = next_frame(self->base);
    }
    return self->pending;
}

/* Bytes of a word that was taken from the FIFO and went only in part into the last piece. */
struct carry {
    uint32_t word;
    unsigned bytes;
};

static size_t take_carried(struct carry *carry, uint8_t *to, size_t len)
{
    size_t n = 0;

    while (carry->bytes > 0 && n < len) {
        to[n++] = (uint8_t)carry->word;
        carry->word >>= 8;
        carry->bytes--;
    }
    return n;
}

static void read_piece(uintptr_t base, struct carry *carry, uint8_t *to, size_t len)
{
    size_t n = take_carried(carry, to, len);

    to += n;
    len -= n;
    for (; len >= 4; to += 4, len -= 4) {
        uint32_t word = io_read(base, RX_DATA);

        memcpy(to, &word, 4);
    }
    if (len > 0) {
        carry->word = io_read(base, RX_DATA);
        carry->bytes = 4;
        take_carried(carry, to, len);
    }
}

static void lan9118_receive(struct drv *drv, const struct drv_piece *pieces, size_t n)
{
    struct lan9118 *self = (struct lan9118 *)drv;
    struct carry carry = {0, 0};
    size_t left = self->pending;

    for (size_t i = 0; i < n && left > 0; i++) {
        size_t len = pieces[i].len < left ? pieces[i].len : left;

        read_piece(self->base, &carry, pieces[i].data, len);
        left -= len;
    }
    skip_words(self->base, words_with_check(self->pending) - (self->pending - left + 3) / 4);
    self->pending = 0;
}

/* Word by word: the chip's fast-forward needs at least four words in the FIFO, and leaves QEMU's
 * count of them wrong. */
static void lan9118_discard(struct drv *drv)
{
    lan9118_receive(drv, NULL, 0);
}

/* ---- Sending --------------------------------------------------------------------------------- */

/* Adds bytes to the carried word until it is full or they are used up; returns how many. */
static size_t fill_carried(struct carry *carry, const uint8_t *from, size_t len)
{
    size_t n = 0;

    while (carry->bytes < 4 && n < len) {
        carry->word |= (uint32_t)from[n++] << (8 * carry->bytes);
        carry->bytes++;
    }
    return n;
}

static void flush_carried(uintptr_t base, struct carry *carry)
{
    io_write(base, TX_DATA, carry->word);
    carry->word = 0;
    carry->bytes = 0;
}

static void write_piece(uintptr_t base, struct carry *carry, const uint8_t *from, size_t len)
{
    if (carry->bytes > 0) {
        size_t n = fill_carried(carry, from, len);

        from += n;
        len -= n;
        if (carry->bytes < 4) {
            return;
        }
        flush_carried(base, carry);
    }
    for (; len >= 4; from += 4, len -= 4) {
        uint32_t word;

        memcpy(&word, from, 4);
        io_write(base, TX_DATA, word);
    }
    fill_carried(carry, from, len);
}

static int lan9118_send(struct drv *drv, const struct drv_piece *pieces, size_t n)
{
    uintptr_t base = ((struct lan9118 *)drv)->base;
    size_t len = drv_pieces_length(pieces, n);
    struct carry carry = {0, 0};

    if (len < MIN_FRAME || len > DRV_MAX_FRAME ||
        TX_DATA_FREE(io_read(base, TX_FIFO_INF)) < COMMAND_BYTES + len + 3) {
        return -1;
    }
    io_write(base, TX_DATA, TX_FIRST_SEGMENT | TX_LAST_SEGMENT | (uint32_t)len);
    io_write(base, TX_DATA, (uint32_t)len);
    for (size_t i = 0; i < n; i++) {
        write_piece(base, &carry, pieces[i].data, pieces[i].len);
    }
    if (carry.bytes > 0) {
        flush_carried(base, &carry);
    }
    return 0;
}

static const struct drv_ops lan9118_ops = {lan9118_send, lan9118_pending, lan9118_receive,
                                           lan9118_discard};

/* ---- Opening --------------------------------------------------------------------------------- */

/* Waits until the bits under mask have the value; a chip that never gets there is not waited for.
 */
static bool wait_for(uintptr_t base, unsigned offset, uint32_t mask, uint32_t value)
{
    for (int i = 0; i < PATIENCE; i++) {
        if ((io_read(base, offset) & mask) == value) {
            return true;
        }
    }
    return false;
}

static uint32_t mac_read(uintptr_t base, uint32_t reg)
{
    io_write(base, MAC_CSR_CMD, MAC_CSR_BUSY | MAC_CSR_READ | reg);
    wait_for(base, MAC_CSR_CMD, MAC_CSR_BUSY, 0);
    return io_read(base, MAC_CSR_DATA);
}

static void mac_write(uintptr_t base, uint32_t reg, uint32_t value)
{
    io_write(base, MAC_CSR_DATA, value);
    io_write(base, MAC_CSR_CMD, MAC_CSR_BUSY | reg);
    wait_for(base, MAC_CSR_CMD, MAC_CSR_BUSY, 0);
}

static void phy_write(uintptr_t base, uint32_t reg, uint32_t value)
{
    mac_write(base, MAC_MII_DATA, value);
    mac_write(base, MAC_MII_ACC, MII_ACC(reg) | MII_WRITE | MII_BUSY);
    for (int i = 0; i < MII_PATIENCE; i++) {
        if ((mac_read(base, MAC_MII_ACC) & MII_BUSY) == 0) {
            return;
        }
    }
}

static bool reset(uintptr_t base)
{
    if (io_read(base, BYTE_TEST) != BYTE_TEST_VALUE || !wait_for(base, PMT_CTRL, PMT_READY, 1)) {
        return false;
    }
    io_write(base, HW_CFG, HW_CFG_SOFT_RESET);
    return wait_for(base, HW_CFG, HW_CFG_SOFT_RESET, 0) && wait_for(base, E2P_CMD, E2P_BUSY, 0);
}

static void write_address(uintptr_t base, const uint8_t *mac)
{
    mac_write(base, MAC_ADDRL,
              mac[0] | (uint32_t)mac[1] << 8 | (uint32_t)mac[2] << 16 | (uint32_t)mac[3] << 24);
    mac_write(base, MAC_ADDRH, mac[4] | (uint32_t)mac[5] << 8);
}

static void read_address(uintptr_t base, uint8_t *mac)
{
    uint32_t low = mac_read(base, MAC_ADDRL);
    uint32_t high = mac_read(base, MAC_ADDRH);

    for (int i = 0; i < 4; i++) {
        mac[i] = (uint8_t)(low >> (8 * i));
    }
    mac[4] = (uint8_t)high;
    mac[5] = (uint8_t)(high >> 8);
}

/* A chip without an EEPROM holds all ones, which is no station's address, as its group bit tells.
 */
static bool is_station(const uint8_t *mac)
{
    return (mac[0] & 1) == 0;
}

static void start(uintptr_t base)
{
    /* 5 KB of the FIFOs for sending, as after reset: three frames out, seven in. */
    io_write(base, HW_CFG, HW_CFG_MUST_BE_ONE | HW_CFG_TX_FIFO_KB(5));
    io_write(base, INT_EN, 0);
    io_write(base, IRQ_CFG, IRQ_CFG_ENABLE | IRQ_CFG_ACTIVE_HIGH | IRQ_CFG_PUSH_PULL);
    io_write(base, FIFO_INT, 0);
    io_write(base, RX_CFG, 0);
    phy_write(base, PHY_ADVERTISE, PHY_FULL_DUPLEX);
    phy_write(base, PHY_CONTROL, PHY_NEGOTIATE_AGAIN);
    /* Multicast: IPv6 finds its neighbours with it. Nobody reads the send status. */
    mac_write(base, MAC_CR,
              MAC_CR_FULL_DUPLEX | MAC_CR_ALL_MULTICAST | MAC_CR_TX_ENABLE | MAC_CR_RX_ENABLE);
    io_write(base, TX_CFG, TX_CFG_ALLOW_STATUS_OVERRUN | TX_CFG_ON);
}

int lan9118_open(struct lan9118 *self, uintptr_t base, const uint8_t *mac)
{
    memset(self, 0, sizeof(*self));
    self->base = base;
    if (!reset(base)) {
        return LAN9118_NO_CHIP;
    }
    if (mac != NULL) {
        write_address(base, mac);
    }
    read_address(base, self->drv.mac);
    if (!is_station(self->drv.mac)) {
        return LAN9118_NO_ADDRESS;
    }
    start(base);
    self->drv.ops = &lan9118_ops;
    self->drv.kind = DRV_ETHERNET;
    self->drv.mtu = 1500;
    return 0;
}

/* ---- Interrupt ------------------------------------------------------------------------------- */

/* The FIFO is looked at after the status was cleared, so a frame that came between the last poll
 * and now is seen. */
bool lan9118_irq_arm(struct lan9118 *self)
{
    io_write(self->base, INT_STS, INT_RX_STATUS_LEVEL);
    io_write(self->base, INT_EN, INT_RX_STATUS_LEVEL);
    return self->pending != 0 || RX_STATUS_USED(io_read(self->base, RX_FIFO_INF)) != 0;
}

void lan9118_irq_disarm(struct lan9118 *self)
{
    io_write(self->base, INT_EN, 0);
}
