#include "conformance.h"

CONFORMANCE_CASE(getsockopt_cuts_the_value_and_tells_its_length)
{
    int fd = EXPECT_FD(socket(AF_INET, SOCK_STREAM, 0));
    unsigned char bytes[8] = {9, 9, 9, 9, 9, 9, 9, 9};
    socklen_t len = 2;

    EXPECT(getsockopt(fd, SOL_SOCKET, SO_TYPE, bytes, &len), 0);
    EXPECT(len, 2);
    EXPECT(bytes[0], SOCK_STREAM);
    EXPECT(bytes[1], 0);
    EXPECT(bytes[2], 9);
    len = 0;
    EXPECT(getsockopt(fd, SOL_SOCKET, SO_TYPE, bytes, &len), 0);
    EXPECT(len, 0);
    len = sizeof bytes;
    EXPECT(getsockopt(fd, SOL_SOCKET, SO_TYPE, bytes, &len), 0);
    EXPECT(len, sizeof(int));
    EXPECT(bytes[3], 0);
    EXPECT(bytes[4], 9);
    EXPECT(close(fd), 0);
}
