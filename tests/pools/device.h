/*
 * device.h: a device to receive from, since only what comes from one is in packet buffers. It comes
 * back to where it left (loopback.h).
 */
#ifndef DEVICE_H
#define DEVICE_H

#include "conformance.h"

/* The address of this machine, as a neighbour beyond the device. */
union address through_device(unsigned port);

#endif
