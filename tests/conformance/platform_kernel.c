/*
 * platform_kernel.c: the conformance cases on the Linux kernel, the oracle.
 */
#include "conformance.h"

#include <dirent.h>

#include "platform_process.h"

static int remembered;

static int open_descriptors(void)
{
    DIR *dir = opendir("/proc/self/fd");
    int count = 0;

    if (!dir) {
        return -1;
    }
    while (readdir(dir)) {
        count++;
    }
    closedir(dir);
    return count;
}

uint32_t now_ms(void)
{
    return process_now_ms();
}

void platform_watch(const char *name)
{
    process_watch(name);
}

void platform_remember(void)
{
    remembered = open_descriptors();
}

const char *platform_leak(void)
{
    return open_descriptors() == remembered ? NULL : "descriptors";
}

void platform_close_all(void)
{
    for (int fd = 3; fd < 64; fd++) {
        close(fd);
    }
}

int main(int argc, char **argv)
{
    process_start();
    signal(SIGPIPE, SIG_IGN);
    return conformance_run(argc - 1, argv + 1);
}
