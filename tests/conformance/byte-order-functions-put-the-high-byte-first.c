#include "conformance.h"

CONFORMANCE_CASE(byte_order_functions_put_the_high_byte_first)
{
    uint16_t port = htons(0x1234);
    uint32_t word = htonl(0x12345678);
    static const uint8_t bytes[4] = {0x12, 0x34, 0x56, 0x78};

    EXPECT(memcmp(&port, bytes, sizeof port), 0);
    EXPECT(memcmp(&word, bytes, sizeof word), 0);
    EXPECT(ntohs(port), 0x1234);
    EXPECT(ntohl(word), 0x12345678);
}
