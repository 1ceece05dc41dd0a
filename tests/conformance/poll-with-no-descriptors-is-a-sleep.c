#include "conformance.h"

CONFORMANCE_CASE(poll_with_no_descriptors_is_a_sleep)
{
    uint32_t start = now_ms();

    EXPECT(poll(NULL, 0, 40), 0);
    EXPECT_TRUE(now_ms() - start >= 39);
    EXPECT_TRUE(now_ms() - start < 1000);
    EXPECT(poll(NULL, 0, 0), 0);
}
