/*
 * call.c: how every public call begins and ends: the lock, the descriptor, and the one place where
 * errno is set.
 */
#include "core.h"

#if MSOCK_OWN_ERRNO
int msock_last_errno;
#endif

struct core_sock *core_enter(int fd)
{
    port_lock();
    return core_get(fd);
}

int core_fail(int error)
{
    msock_errno = error;
    return -1;
}

msock_ssize_t core_leave(msock_ssize_t result)
{
    port_unlock();
    return result < 0 ? core_fail((int)-result) : result;
}
