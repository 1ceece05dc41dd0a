/*
 * lan9118.h: SMSC LAN9118 Ethernet controller (and the LAN9215 to LAN9221, which have the same
 * registers) on a 32-bit little-endian bus, polled; its interrupt can end the processor's sleep.
 *
 * Known from QEMU only. For real boards the driver sets up the PHY too: it offers full duplex
 * alone, because the MAC must be told the duplex and nothing here watches the negotiation.
 */
#ifndef LAN9118_H
#define LAN9118_H

#include "drv.h"

/* What lan9118_open() found wrong. */
enum lan9118_error {
    LAN9118_NO_CHIP = -1,   /* nothing at this address answers as the chip does */
    LAN9118_NO_ADDRESS = -2 /* the chip holds no Ethernet address, and none was given */
};

/* The device. The object belongs to the caller; only drv is for others. */
struct lan9118 {
    struct drv drv;
    uintptr_t base;
    size_t pending; /* bytes of the frame that waits, 0: none */
};

/* Resets the chip and starts receiving. Waits for the chip, for less than a millisecond.
 *   self  the object; nothing in it is read
 *   base  address of the chip's registers
 *   mac   Ethernet address to use, 6 bytes, copied; NULL: the one that the chip holds, from its
 *         EEPROM or from the emulator
 * Returns 0, or one of enum lan9118_error. */
int lan9118_open(struct lan9118 *self, uintptr_t base, const uint8_t *mac);

/* Has the chip raise its interrupt line (active high) when a frame arrives, once. Call it with
 * interrupts masked, right before the instruction that sleeps. Does not wait.
 * Returns true if a frame waits already: do not sleep. */
bool lan9118_irq_arm(struct lan9118 *self);

/* Takes the line back. For the interrupt handler; never waits. */
void lan9118_irq_disarm(struct lan9118 *self);

#endif
