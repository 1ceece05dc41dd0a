#include "tap_cases.h"

static void expect_name(const char *name, int family, const char *want)
{
    struct looked_up found = look_up(name, family);

    EXPECT(found.code, 0);
    EXPECT_STRING(found.text, want);
}

CONFORMANCE_CASE(name_with_addresses_of_one_family)
{
    expect_name("four.test", AF_UNSPEC, "192.0.2.4");
    expect_name("four.test", AF_INET, "192.0.2.4");
    EXPECT(look_up("four.test", AF_INET6).code, EAI_NONAME);
    expect_name("six.test", AF_UNSPEC, "2001:db8::6");
    expect_name("six.test", AF_INET6, "2001:db8::6");
    EXPECT(look_up("six.test", AF_INET).code, EAI_NONAME);
}
