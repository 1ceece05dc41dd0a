/*
 * platform_linux.c: the conformance cases on microsockets in a Linux process, with loopback only.
 */
#include "platform_process.h"

#include "conformance.h"

uint32_t now_ms(void)
{
    return process_now_ms();
}

void platform_watch(const char *name)
{
    process_watch(name);
}

int main(int argc, char **argv)
{
    process_start();
    msock_init();
    return conformance_run(argc - 1, argv + 1);
}
