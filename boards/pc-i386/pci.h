/*
 * pci.h: the configuration space of the PCI bus, for the files of this board.
 */
#ifndef PCI_H
#define PCI_H

#include <stdbool.h>
#include <stdint.h>

#include "virtio_pci.h"

/* Functions of the first bus: 32 devices with eight each. */
#define PCI_FUNCTIONS 256u

extern const struct virtio_pci_config pci_config;

/* Is there a PCI bus? */
bool pci_is_there(void);

#endif
