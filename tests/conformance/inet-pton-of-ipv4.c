#include "conformance.h"

static const struct {
    const char *text;
    int result;
    uint8_t bytes[4];
} table[] = {
    {"0.0.0.0", 1, {0, 0, 0, 0}},
    {"1.2.3.4", 1, {1, 2, 3, 4}},
    {"127.0.0.1", 1, {127, 0, 0, 1}},
    {"255.255.255.255", 1, {255, 255, 255, 255}},
    {"", 0, {0}},
    {"1", 0, {0}},
    {"1.2.3", 0, {0}},
    {"1.2.3.", 0, {0}},
    {"1.2.3.4.", 0, {0}},
    {"1.2.3.4.5", 0, {0}},
    {".1.2.3.4", 0, {0}},
    {"1..2.3", 0, {0}},
    {"256.1.1.1", 0, {0}},
    {"1.1.1.256", 0, {0}},
    {"1.1.1.1000", 0, {0}},
    {"1.1.1.4294967297", 0, {0}},
    {"01.2.3.4", 0, {0}},
    {"1.2.3.00", 0, {0}},
    {"0x7f.0.0.1", 0, {0}},
    {" 1.2.3.4", 0, {0}},
    {"1.2.3.4 ", 0, {0}},
    {"1.2.3.4%1", 0, {0}},
    {"-1.2.3.4", 0, {0}},
    {"+1.2.3.4", 0, {0}},
    {"a.b.c.d", 0, {0}},
    {"::1", 0, {0}},
};

CONFORMANCE_CASE(inet_pton_of_ipv4)
{
    for (size_t i = 0; i < sizeof table / sizeof table[0]; i++) {
        uint8_t bytes[4];
        int result = inet_pton(AF_INET, table[i].text, bytes);
        EXPECT_STRING(table[i].text, table[i].text);
        EXPECT(result, table[i].result);
        if (result == 1) {
            EXPECT(memcmp(bytes, table[i].bytes, sizeof bytes), 0);
        }
    }
}
