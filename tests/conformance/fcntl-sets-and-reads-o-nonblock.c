#include "conformance.h"

CONFORMANCE_CASE(fcntl_sets_and_reads_o_nonblock)
{
    int blocking = EXPECT_FD(socket(AF_INET, SOCK_DGRAM, 0));
    int nonblocking = EXPECT_FD(socket(AF_INET, SOCK_DGRAM | SOCK_NONBLOCK, 0));
    char buf[8];

    EXPECT(fcntl(blocking, F_GETFL, 0), O_RDWR);
    EXPECT(fcntl(nonblocking, F_GETFL, 0), O_RDWR | O_NONBLOCK);
    EXPECT(fcntl(blocking, F_SETFL, O_RDWR | O_NONBLOCK), 0);
    EXPECT(fcntl(blocking, F_GETFL, 0), O_RDWR | O_NONBLOCK);
    EXPECT_ERROR(recv(blocking, buf, sizeof buf, 0), EAGAIN);
    EXPECT(fcntl(blocking, F_SETFL, 0), 0);
    EXPECT(fcntl(blocking, F_GETFL, 0), O_RDWR);
    EXPECT_ERROR(fcntl(blocking, 9999, 0), EINVAL);
    EXPECT(close(blocking), 0);
    EXPECT(close(nonblocking), 0);
}
