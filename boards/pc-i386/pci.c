/*
 * pci.c: the configuration space of the PCI bus through two ports (PCI Local Bus Specification 3.0,
 * 3.2.2.3.2). A function's number is its device's times eight, and its own; the bus is the first.
 */
#include "pci.h"

#include "regs.h"

#define ADDRESS_ENABLE 0x80000000u

static uint32_t config_read(uint32_t function, unsigned offset)
{
    out32(PCI_ADDRESS, ADDRESS_ENABLE | function << 8 | (offset & 0xfc));
    return in32(PCI_DATA);
}

static void config_write(uint32_t function, unsigned offset, uint32_t value)
{
    out32(PCI_ADDRESS, ADDRESS_ENABLE | function << 8 | (offset & 0xfc));
    out32(PCI_DATA, value);
}

const struct virtio_pci_config pci_config = {config_read, config_write};

/* The address register keeps what is written. */
bool pci_is_there(void)
{
    out32(PCI_ADDRESS, ADDRESS_ENABLE);
    return in32(PCI_ADDRESS) == ADDRESS_ENABLE;
}
