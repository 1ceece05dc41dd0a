/* RFC 5952, 4 and 5. */
#include "conformance.h"

static const char *const texts[] = {
    "::",
    "::1",
    "1::",
    "::2",
    "1:2:3:4:5:6:7:8",
    "2001:db8::1",
    "2001:db8::2:1",
    /* One 0 is not shortened; of two runs the longer is, or the first. */
    "2001:db8:0:1:1:1:1:1",
    "2001:0:0:1::1",
    "2001:db8::1:0:0:1",
    "0:1:2:3:4:5:6:7",
    "1:2:3:4:5:6:7:0",
    "0:0:1::",
    "1:2:3:4:5:6::",
    "::3:4:5:6:7:8",
    "fe80::abcd:ef01",
    "ff02::1",
    "::ffff:192.0.2.1",
    "::ffff:0.0.0.0",
    "64:ff9b::c000:201",
    "ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
};

CONFORMANCE_CASE(inet_ntop_of_ipv6_is_the_shortest_form)
{
    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        uint8_t bytes[16];
        char text[INET6_ADDRSTRLEN];
        EXPECT(inet_pton(AF_INET6, texts[i], bytes), 1);
        EXPECT_STRING(inet_ntop(AF_INET6, bytes, text, sizeof text), texts[i]);
    }
}
