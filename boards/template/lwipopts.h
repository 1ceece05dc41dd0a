/*
 * lwipopts.h of boards/template: the common options, whose pools suit 64 KB of RAM. A board sets its
 * differences here, before the include.
 */
#ifndef LWIPOPTS_H
#define LWIPOPTS_H

#include "lwipopts_common.h"

#endif
