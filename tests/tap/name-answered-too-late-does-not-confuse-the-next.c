#include "tap_cases.h"

/* The answer for the first name comes while we wait for that of the second. */
CONFORMANCE_CASE(name_answered_too_late_does_not_confuse_the_next)
{
    EXPECT(look_up("late.test", AF_INET).code, MSOCK_EAI_AGAIN);
    struct looked_up found = look_up("slow.test", AF_INET);
    EXPECT(found.code, 0);
    EXPECT_STRING(found.text, "192.0.2.51");

    /* lwIP has kept the late answer. */
    found = look_up("late.test", AF_INET);
    EXPECT(found.code, 0);
    EXPECT_STRING(found.text, "192.0.2.50");
}
