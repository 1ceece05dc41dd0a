/*
 * net.c: starting the library, and looking at its pools.
 */
#include "core.h"

#include "microsockets/msock_net.h"

#include <string.h>

void msock_init(void)
{
    port_lock();
    core_table_init();
    core_name_init();
    core_wait_init();
    stk_init();
    port_unlock();
}

void msock_get_usage(struct msock_usage *usage)
{
    memset(usage, 0, sizeof *usage);
    port_lock();
    usage->fds = core_fds_used();
    usage->sockets = core_socks_used();
    usage->addrinfos = core_addrinfos_used();
    stk_usage(usage);
    port_unlock();
}
