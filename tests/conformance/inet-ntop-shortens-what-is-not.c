#include "conformance.h"

CONFORMANCE_CASE(inet_ntop_shortens_what_is_not)
{
    static const char *const texts[][2] = {
        {"2001:0db8:0000:0000:0000:0000:0000:0001", "2001:db8::1"},
        {"2001:DB8::AbCd", "2001:db8::abcd"},
        {"1:0::0:2", "1::2"},
        {"0:0:0:0:0:0:0:0", "::"},
        {"2001:db8::0:1", "2001:db8::1"},
        {"1::2:3:4:5:6:7", "1:0:2:3:4:5:6:7"},
        {"::ffff:102:304", "::ffff:1.2.3.4"},
    };

    for (size_t i = 0; i < sizeof texts / sizeof texts[0]; i++) {
        uint8_t bytes[16];
        char text[INET6_ADDRSTRLEN];
        EXPECT(inet_pton(AF_INET6, texts[i][0], bytes), 1);
        EXPECT_STRING(inet_ntop(AF_INET6, bytes, text, sizeof text), texts[i][1]);
    }
}
