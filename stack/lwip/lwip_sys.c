/*
 * lwip_sys.c: lwIP's clock. All that lwIP needs of a system when it runs without one.
 */
#include "lwip/sys.h"

#include "port.h"

u32_t sys_now(void)
{
    return port_now_ms();
}
