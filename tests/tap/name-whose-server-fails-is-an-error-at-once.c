#include "tap_cases.h"

/* SERVFAIL. lwIP does not tell it from a name that does not exist. */
CONFORMANCE_CASE(name_whose_server_fails_is_an_error_at_once)
{
    const uint32_t start_ms = now_ms();

    EXPECT(look_up("broken.test", AF_UNSPEC).code, EAI_NONAME);
    EXPECT_TRUE(now_ms() - start_ms < 1000);
}
