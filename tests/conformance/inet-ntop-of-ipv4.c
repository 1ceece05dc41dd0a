#include "conformance.h"

CONFORMANCE_CASE(inet_ntop_of_ipv4)
{
    static const uint8_t addresses[4][4] = {
        {0, 0, 0, 0}, {1, 20, 30, 4}, {127, 0, 0, 1}, {255, 255, 255, 255}};
    static const char *const texts[4] = {"0.0.0.0", "1.20.30.4", "127.0.0.1", "255.255.255.255"};
    char text[INET_ADDRSTRLEN];

    for (int i = 0; i < 4; i++) {
        EXPECT_STRING(inet_ntop(AF_INET, addresses[i], text, sizeof text), texts[i]);
    }
}
