#include "tap_cases.h"

CONFORMANCE_CASE(name_with_addresses_of_both_families_has_ipv4_first)
{
    struct looked_up found = look_up("both.test", AF_UNSPEC);

    EXPECT(found.code, 0);
    EXPECT_STRING(found.text, "192.0.2.46 2001:db8::46");
    found = look_up("both.test", AF_INET6);
    EXPECT(found.code, 0);
    EXPECT_STRING(found.text, "2001:db8::46");
}
