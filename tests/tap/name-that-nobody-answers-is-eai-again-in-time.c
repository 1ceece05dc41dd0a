#include "tap_cases.h"

CONFORMANCE_CASE(name_that_nobody_answers_is_eai_again_in_time)
{
    const uint32_t start_ms = now_ms();

    EXPECT(look_up("silent.test", AF_INET).code, MSOCK_EAI_AGAIN);
    const uint32_t elapsed_ms = now_ms() - start_ms;
    EXPECT_TRUE(elapsed_ms >= MSOCK_DNS_TIMEOUT_MS && elapsed_ms < MSOCK_DNS_TIMEOUT_MS + 500);
}
